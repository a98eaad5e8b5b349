package rinha.carga.motor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rinha.carga.Conferencia;
import rinha.carga.Fase;
import rinha.carga.Modelo;
import rinha.carga.Molde;
import rinha.carga.Pedido;
import rinha.carga.Perfil;
import rinha.carga.Plano;
import rinha.carga.Veredito;
import rinha.carga.medida.Resultado;

@Timeout(20)
@DisplayName("Gerador: o que acontece com cada pedido, contado")
class GeradorTest {

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
            // Um pedido a cada 250 ms: o servidor tem de fechar antes do pedido seguinte também numa máquina ocupada.
            Resultado r = rodar(plano(servidor.alvo(), aberto(1, Perfil.constante(4, Duration.ofSeconds(1)))));
            assertThat(r.erros()).isEmpty();
            assertThat(r.respondidos()).isEqualTo(4).isEqualTo(servidor.conexoes());
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
            assertThat(r.totalDeErrosNoAquecimento()).isEqualTo(3);
            assertThat(r.errosNoAquecimento()).singleElement()
                    .satisfies(e -> assertThat(e.amostras().getFirst().detalhe()).contains("veio 500"));
        }
    }

    @Test
    @DisplayName("o aquecimento que não dura segundos inteiros acaba onde acaba: o que vem depois é medido")
    void separaOsIntervalos_quandoOAquecimentoNaoEInteiro() throws Exception {
        try (ServidorDeTeste servidor = ServidorDeTeste.que(OK)) {
            Resultado r = rodar(plano(servidor.alvo(), aberto(64, Perfil.constante(100, MEIO_SEGUNDO))).comAquecimento(MEIO_SEGUNDO));
            assertThat(r.intervalos()).filteredOn(i -> !i.aquecimento()).isNotEmpty().allSatisfy(i -> assertThat(i.inicio()).isGreaterThanOrEqualTo(0.5));
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
    @DisplayName("conferência que bloqueia para sempre não prende quem pediu a carga: o erro diz onde a thread está")
    void falhaNoPrazo_quandoAConferenciaBloqueia() throws Exception {
        CountDownLatch nunca = new CountDownLatch(1);
        try (ServidorDeTeste servidor = ServidorDeTeste.que(OK)) {
            Modelo modelo = new Modelo.Fechado(1, Duration.ZERO, Duration.ofMillis(50), 0, GET);
            Plano plano = Plano.de(servidor.alvo(), modelo, (p, r) -> {
                try {
                    nunca.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return Veredito.ACEITO;
            }).comTimeout(Duration.ofSeconds(2)); // a resposta chega antes disso, também numa máquina ocupada
            assertThatThrownBy(() -> new Gerador(plano, i -> { }, Duration.ofMillis(50)).rodar())
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("CountDownLatch.await");
        } finally {
            nunca.countDown();
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
