package rinha.carga.motor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rinha.carga.Alvo;
import rinha.carga.Chegadas;
import rinha.carga.Conferencia;
import rinha.carga.Fase;
import rinha.carga.Fluxo;
import rinha.carga.Fonte;
import rinha.carga.Modelo;
import rinha.carga.Molde;
import rinha.carga.Pedido;
import rinha.carga.Perfil;
import rinha.carga.Plano;
import rinha.carga.Resposta;
import rinha.carga.TipoDeErro;
import rinha.carga.Veredito;
import rinha.carga.medida.Resultado;

@Timeout(20)
@DisplayName("Gerador: o que acontece com cada pedido, contado")
class GeradorTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final Pedido PEDIDO = Pedido.semCorpo(Molde.get("raiz", "/x?y=1"));
    private static final Fonte GET = () -> PEDIDO;
    private static final Duration MEIO_SEGUNDO = Duration.ofMillis(500);

    private static Modelo.Fechado fechado(int conexoes, long maximo) {
        return new Modelo.Fechado(conexoes, Duration.ZERO, Duration.ofSeconds(10), maximo, GET);
    }

    private static Modelo.Aberto aberto(int conexoes, Perfil perfil) {
        return new Modelo.Aberto(conexoes, Chegadas.REGULARES, List.of(new Fluxo("f", perfil, GET)));
    }

    private static Plano plano(Alvo alvo, Modelo modelo) {
        return Plano.de(alvo, modelo, Conferencia.status(200)).comTimeout(Duration.ofSeconds(3));
    }

    private static Resultado rodar(Plano plano) throws InterruptedException {
        return new Gerador(plano).rodar();
    }

    private static void escrever(OutputStream saida, String texto) throws Exception {
        saida.write(texto.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    @DisplayName("modelo fechado: envia exatamente o máximo pedido, cada um por uma conexão já aberta")
    void enviaOMaximo_quandoOModeloEFechado() throws Exception {
        try (ServidorDeTeste servidor = ServidorDeTeste.que(OK)) {
            Resultado r = rodar(plano(servidor.alvo(), fechado(4, 1_000)));
            assertThat(r.respondidos()).isEqualTo(1_000).isEqualTo(servidor.pedidos());
            assertThat(servidor.conexoes()).isEqualTo(4);
            assertThat(r.erros()).isEmpty();
            assertThat(r.latencias().total()).isEqualTo(1_000);
            assertThat(r.rotas().getFirst().porStatus()).isEqualTo(Map.of(200, 1_000L));
        }
    }

    @Test
    @DisplayName("modelo aberto: envia o que a agenda deve, nem um a mais, com ou sem respostas")
    void enviaOQueAAgendaDeve_quandoOModeloEAberto() throws Exception {
        try (ServidorDeTeste servidor = ServidorDeTeste.que(OK)) {
            Perfil perfil = Perfil.de(new Fase.Rampa(0, 400, MEIO_SEGUNDO), new Fase.Constante(400, MEIO_SEGUNDO));
            Resultado r = rodar(plano(servidor.alvo(), aberto(64, perfil)));
            assertThat(r.pedidos()).isEqualTo(300).isEqualTo(servidor.pedidos());
            assertThat(r.erros()).isEmpty();
            assertThat(r.gerador().atrasos().total()).isEqualTo(300);
        }
    }

    @Test
    @DisplayName("os bytes do pedido são HTTP/1.1 com Host, tamanho em bytes UTF-8 e o corpo inteiro, mesmo grande")
    void escreveOPedidoInteiro_quandoOCorpoEGrande() throws Exception {
        try (ServidorDeTeste servidor = ServidorDeTeste.que(OK)) {
            String corpo = "é".repeat(600_000); // maior que o buffer e que a janela do socket
            Pedido pedido = Pedido.com(Molde.postJson("r", "/clientes/1/transacoes"), corpo);
            Modelo modelo = new Modelo.Fechado(2, Duration.ZERO, Duration.ofSeconds(10), 4, () -> pedido);
            assertThat(rodar(plano(servidor.alvo(), modelo)).erros()).isEmpty();
            assertThat(servidor.recebidos()).hasSize(4).allSatisfy(p -> {
                assertThat(p.corpo()).isEqualTo(corpo);
                assertThat(p.cabeca()).isEqualTo("POST /clientes/1/transacoes HTTP/1.1\r\nHost: "
                        + servidor.alvo().cabecalho()
                        + "\r\nContent-Type: application/json\r\nContent-Length: 1200000\r\n\r\n");
            });
        }
    }

    @Test
    @DisplayName("o servidor que avisa que fecha não causa erro: cada pedido vai por outra conexão")
    void reabre_quandoOServidorAvisaQueFecha() throws Exception {
        try (ServidorDeTeste servidor = new ServidorDeTeste((pedido, saida) -> {
            escrever(saida, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok");
            return false;
        })) {
            Resultado r = rodar(plano(servidor.alvo(), fechado(3, 60)));
            assertThat(r.erros()).isEmpty();
            assertThat(r.respondidos()).isEqualTo(60).isEqualTo(servidor.conexoes());
        }
    }

    @Test
    @DisplayName("a conexão ociosa que o servidor fecha sem avisar é reaberta, sem erro")
    void reabre_quandoOServidorFechaAOciosa() throws Exception {
        try (ServidorDeTeste servidor = new ServidorDeTeste((pedido, saida) -> {
            escrever(saida, OK);
            return false;
        })) {
            Resultado r = rodar(plano(servidor.alvo(), aberto(1, Perfil.constante(20, MEIO_SEGUNDO))));
            assertThat(r.erros()).isEmpty();
            assertThat(r.respondidos()).isEqualTo(10).isEqualTo(servidor.conexoes());
        }
    }

    @Test
    @DisplayName("sem reuso, cada pedido abre a sua conexão e pede que ela feche")
    void abreUmaPorPedido_quandoNaoReusa() throws Exception {
        try (ServidorDeTeste servidor = ServidorDeTeste.que(OK)) {
            Resultado r = rodar(plano(servidor.alvo(), fechado(2, 20)).comReuso(false));
            assertThat(r.erros()).isEmpty();
            assertThat(servidor.conexoes()).isEqualTo(20);
            assertThat(servidor.recebidos()).allSatisfy(p -> assertThat(p.cabeca()).contains("Connection: close\r\n"));
        }
    }

    @Test
    @DisplayName("conexão cortada no meio do corpo é erro, e diz quantos bytes vieram; o gerador segue em outra")
    void contaAQueda_quandoAConexaoECortadaNoCorpo() throws Exception {
        try (ServidorDeTeste servidor = new ServidorDeTeste((pedido, saida) -> {
            boolean corta = pedido.ordem() % 2 == 0;
            escrever(saida, corta ? "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nmeio" : OK);
            return !corta;
        })) {
            Resultado r = rodar(plano(servidor.alvo(), fechado(1, 6)));
            assertThat(r.respondidos()).isEqualTo(3);
            assertThat(r.erros(TipoDeErro.CONEXAO_CAIU)).isEqualTo(3);
            assertThat(r.erros().getFirst().amostras().getFirst().detalhe()).contains("4 de 100 bytes");
            assertThat(r.latencias().total()).isEqualTo(3); // uma falha rápida não pode melhorar os percentis
        }
    }

    @Test
    @DisplayName("reset no lugar da resposta é erro do mesmo tipo, e a conferência sabe que o pedido saiu")
    void contaOReset_quandoOServidorReseta() throws Exception {
        try (ServidorDeTeste servidor = new ServidorDeTeste((pedido, saida) -> {
            pedido.socket().setSoLinger(true, 0);
            return false;
        })) {
            Queue<String> vistos = new ConcurrentLinkedQueue<>();
            Resultado r = rodar(Plano.de(servidor.alvo(), fechado(1, 2), anotar(vistos)));
            assertThat(r.erros(TipoDeErro.CONEXAO_CAIU)).isEqualTo(2);
            assertThat(vistos).containsExactly("CONEXAO_CAIU enviado=true", "CONEXAO_CAIU enviado=true");
        }
    }

    private static Conferencia anotar(Queue<String> vistos) {
        return new Conferencia() {
            @Override
            public Veredito conferir(Pedido pedido, Resposta resposta) {
                vistos.add(resposta.status() + " " + resposta.texto());
                return Veredito.ACEITO;
            }

            @Override
            public void semResposta(Pedido pedido, TipoDeErro erro, boolean enviado) {
                vistos.add(erro + " enviado=" + enviado);
            }
        };
    }

    @Test
    @DisplayName("porta fechada é conexão recusada, nada foi enviado, e o gerador não martela")
    void contaARecusa_quandoNinguemEscuta() throws Exception {
        Queue<String> vistos = new ConcurrentLinkedQueue<>();
        Modelo modelo = new Modelo.Fechado(2, Duration.ZERO, MEIO_SEGUNDO, 0, GET);
        Resultado r = rodar(Plano.de(ServidorDeTeste.semNinguem(), modelo, anotar(vistos)));
        assertThat(r.respondidos()).isZero();
        assertThat(r.erros(TipoDeErro.CONEXAO_RECUSADA)).isEqualTo(r.pedidos()).isBetween(2L, 12L);
        assertThat(vistos).containsOnly("CONEXAO_RECUSADA enviado=false");
        assertThat(r.latencias().total()).isZero();
    }

    @Test
    @DisplayName("cabeçalhos que pingam devagar vencem no timeout do pedido inteiro, e o timeout entra na latência")
    void venceOPrazo_quandoOsCabecalhosPingam() throws Exception {
        CountDownLatch fim = new CountDownLatch(1);
        try (ServidorDeTeste servidor = new ServidorDeTeste((pedido, saida) -> {
            for (int i = 0; !fim.await(20, java.util.concurrent.TimeUnit.MILLISECONDS); i++) {
                escrever(saida, i == 0 ? "HTTP/1.1 200 OK\r\n" : "X: " + i + "\r\n");
            }
            return false;
        })) {
            Resultado r = rodar(plano(servidor.alvo(), fechado(3, 3)).comTimeout(Duration.ofMillis(300)));
            assertThat(r.erros(TipoDeErro.TIMEOUT)).isEqualTo(3);
            assertThat(r.latencias().total()).isEqualTo(3);
            assertThat(r.latencias().percentilMs(0)).isGreaterThanOrEqualTo(299);
        } finally {
            fim.countDown();
        }
    }

    @Test
    @DisplayName("com o servidor mudo, a carga acaba no prazo e cada pedido devido é contado uma vez")
    void acabaNoPrazo_quandoOServidorNaoResponde() throws Exception {
        CountDownLatch fim = new CountDownLatch(1);
        try (ServidorDeTeste servidor = new ServidorDeTeste((pedido, saida) -> {
            fim.await();
            return false;
        })) {
            Plano plano = plano(servidor.alvo(), aberto(5, Perfil.constante(100, MEIO_SEGUNDO)));
            Resultado r = rodar(plano.comTimeout(Duration.ofMillis(200)));
            assertThat(r.pedidos()).isEqualTo(50);
            assertThat(r.erros(TipoDeErro.TIMEOUT) + r.erros(TipoDeErro.SEM_CONEXAO)).isEqualTo(50);
            assertThat(r.erros(TipoDeErro.SEM_CONEXAO)).isPositive();
            assertThat(r.gerador().esperaramConexao()).isPositive();
            assertThat(r.gerador().avisos()).anyMatch(a -> a.contains("teto é de 5"));
        } finally {
            fim.countDown();
        }
    }

    @Test
    @DisplayName("status e corpo reprovados são contados à parte, com o que veio e o que se esperava")
    void contaOsVereditos_quandoAConferenciaReprova() throws Exception {
        try (ServidorDeTeste servidor = new ServidorDeTeste((pedido, saida) -> {
            escrever(saida, pedido.ordem() == 1 ? "HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n" : OK);
            return true;
        })) {
            Conferencia conferencia = (pedido, resposta) -> resposta.status() == 503
                    ? new Veredito.StatusInesperado("200")
                    : resposta.texto().equals("ok") ? new Veredito.CorpoErrado("veio ok") : Veredito.ACEITO;
            Resultado r = rodar(Plano.de(servidor.alvo(), fechado(1, 10), conferencia));
            assertThat(r.erros(TipoDeErro.STATUS_INESPERADO)).isEqualTo(1);
            assertThat(r.erros(TipoDeErro.CORPO_ERRADO)).isEqualTo(9);
            assertThat(r.erros().getLast().amostras()).hasSize(5);
            assertThat(r.erros().stream().flatMap(e -> e.amostras().stream()).map(a -> a.detalhe()).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder("veio 503, esperado 200", "veio ok");
            assertThat(r.rotas().getFirst().erros()).isEqualTo(10);
            assertThat(r.aceitosAte(Duration.ofSeconds(1))).isZero();
        }
    }

    @Test
    @DisplayName("resposta que não é HTTP é erro de protocolo, não trava nem derruba a carga")
    void contaORuido_quandoARespostaNaoEHttp() throws Exception {
        try (ServidorDeTeste servidor = ServidorDeTeste.que("SSH-2.0-OpenSSH\r\n")) {
            assertThat(rodar(plano(servidor.alvo(), fechado(1, 2))).erros(TipoDeErro.RESPOSTA_INVALIDA)).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("o aquecimento não entra nas medidas, mas os erros dele não somem")
    void deixaOAquecimentoDeFora_quandoHaAquecimento() throws Exception {
        try (ServidorDeTeste servidor = new ServidorDeTeste((pedido, saida) -> {
            escrever(saida, pedido.ordem() <= 3 ? OK.replace("200 OK", "500 No") : OK);
            return true;
        })) {
            Resultado r = rodar(plano(servidor.alvo(), aberto(64, Perfil.constante(100, MEIO_SEGUNDO)))
                    .comAquecimento(MEIO_SEGUNDO));
            assertThat(servidor.pedidos()).isEqualTo(100);
            assertThat(r.pedidos()).isEqualTo(50);
            assertThat(r.erros()).isEmpty();
            assertThat(r.errosNoAquecimento()).isEqualTo(3);
        }
    }

    @Test
    @DisplayName("exceção na conferência para a carga e chega a quem a pediu")
    void falha_quandoAConferenciaLanca() throws Exception {
        try (ServidorDeTeste servidor = ServidorDeTeste.que(OK)) {
            assertThatThrownBy(() -> rodar(Plano.de(servidor.alvo(), fechado(1, 5), (p, r) -> {
                throw new ArithmeticException("conta errada");
            }))).isInstanceOf(IllegalStateException.class).hasRootCauseInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    @DisplayName("mandar parar acaba a carga antes da hora e guarda o que foi medido")
    void acabaAntes_quandoMandamParar() throws Exception {
        try (ServidorDeTeste servidor = ServidorDeTeste.que(OK)) {
            Gerador[] gerador = new Gerador[1];
            Conferencia paraNoCentesimo = (pedido, resposta) -> {
                if (servidor.pedidos() >= 100) {
                    gerador[0].parar();
                }
                return Veredito.ACEITO;
            };
            gerador[0] = new Gerador(Plano.de(servidor.alvo(), fechado(1, 0), paraNoCentesimo));
            Resultado r = gerador[0].rodar();
            assertThat(r.interrompida()).isTrue();
            assertThat(r.respondidos()).isGreaterThanOrEqualTo(99).isEqualTo(servidor.pedidos());
        }
    }
}
