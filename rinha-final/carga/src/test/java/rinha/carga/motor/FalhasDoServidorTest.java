package rinha.carga.motor;

import static org.assertj.core.api.Assertions.assertThat;
import static rinha.carga.motor.Cargas.GET;
import static rinha.carga.motor.Cargas.MEIO_SEGUNDO;
import static rinha.carga.motor.Cargas.OK;
import static rinha.carga.motor.Cargas.aberto;
import static rinha.carga.motor.Cargas.escrever;
import static rinha.carga.motor.Cargas.fechado;
import static rinha.carga.motor.Cargas.plano;
import static rinha.carga.motor.Cargas.rodar;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rinha.carga.Conferencia;
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
@DisplayName("Falhas do servidor: cada uma é contada pelo nome, e a carga segue")
class FalhasDoServidorTest {

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
            assertThat(r.erros().getFirst().amostras().getFirst().detalhe())
                    .isEqualTo("o servidor cortou a conexão, antes do primeiro byte da resposta");
        }
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
        assertThat(r.erros().getFirst().amostras().getFirst().detalhe()).startsWith("ninguém escuta em 127.0.0.1:");
        assertThat(r.latencias().total()).isZero();
    }

    @Test
    @DisplayName("cabeçalhos que pingam devagar vencem no timeout do pedido inteiro, e o timeout entra na latência")
    void venceOPrazo_quandoOsCabecalhosPingam() throws Exception {
        CountDownLatch fim = new CountDownLatch(1);
        try (ServidorDeTeste servidor = new ServidorDeTeste((pedido, saida) -> {
            for (int i = 0; !fim.await(20, TimeUnit.MILLISECONDS); i++) {
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
    @DisplayName("quem recusa um corpo grande responde e fecha sem o ler: a resposta é lida, e não perdida na queda do envio")
    void leARecusa_quandoOServidorFechaSemLerOCorpo() throws Exception {
        try (ServidorQueRecusa servidor = new ServidorQueRecusa()) {
            Pedido enorme = Pedido.com(Molde.postJson("r", "/"), "x".repeat(8 << 20));
            Modelo modelo = new Modelo.Fechado(1, Duration.ZERO, Duration.ofSeconds(10), 20, () -> enorme);
            Resultado r = rodar(Plano.de(servidor.alvo(), modelo, Conferencia.status(413)));
            assertThat(r.erros()).isEmpty();
            assertThat(r.rotas().getFirst().porStatus()).isEqualTo(Map.of(413, 20L));
        }
    }

    @Test
    @DisplayName("corpo grande demais para guardar é um limite do gerador, com nome próprio; para quem só olha o status, não há limite")
    void nomeiaOLimite_quandoOCorpoNaoCabe() throws Exception {
        try (ServidorDeTeste servidor = ServidorDeTeste.que("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(17 << 20) + "x".repeat(17 << 20))) {
            Resultado comCorpo = rodar(Plano.de(servidor.alvo(), fechado(1, 1), (pedido, resposta) -> Veredito.ACEITO));
            assertThat(comCorpo.erros(TipoDeErro.CORPO_GRANDE)).isEqualTo(1);
            assertThat(comCorpo.erros().getFirst().amostras().getFirst().detalhe()).contains("1024 KiB");
            Resultado soStatus = rodar(plano(servidor.alvo(), fechado(1, 2)));
            assertThat(soStatus.erros()).isEmpty();
            assertThat(soStatus.respondidos()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("bytes que ninguém pediu numa conexão ociosa são um erro, e a carga segue por outra")
    void contaASobra_quandoVemNumaConexaoOciosa() throws Exception {
        try (ServidorDeTeste servidor = servidorQueSobra("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            Resultado r = rodar(Plano.de(servidor.alvo(), aberto(1, Perfil.constante(1, Duration.ofSeconds(2))), avisar()));
            assertThat(r.respondidos()).isEqualTo(2).isEqualTo(servidor.conexoes());
            assertThat(r.erros(TipoDeErro.RESPOSTA_INVALIDA)).isEqualTo(1);
            assertThat(r.erros().getFirst().amostras().getFirst().detalhe()).isEqualTo("38 bytes que ninguém pediu, depois da resposta");
        }
    }

    @Test
    @DisplayName("um 408 sozinho numa conexão ociosa é só o aviso de que ela vai fechar")
    void calaSobreO408_quandoAvisaQueFecha() throws Exception {
        try (ServidorDeTeste servidor = servidorQueSobra("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n")) {
            Resultado r = rodar(Plano.de(servidor.alvo(), aberto(1, Perfil.constante(1, Duration.ofSeconds(2))), avisar()));
            assertThat(r.respondidos()).isEqualTo(2);
            assertThat(r.erros()).isEmpty();
        }
    }

    private final CountDownLatch lida = new CountDownLatch(1);

    /// Depois da primeira resposta, e só quando o gerador já a leu, manda mais estes bytes.
    private ServidorDeTeste servidorQueSobra(String sobra) throws Exception {
        return new ServidorDeTeste((pedido, saida) -> {
            escrever(saida, OK);
            if (pedido.ordem() == 1) {
                lida.await();
                escrever(saida, sobra);
            }
            return true;
        });
    }

    private Conferencia avisar() {
        return (pedido, resposta) -> {
            lida.countDown();
            return Veredito.ACEITO;
        };
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
}
