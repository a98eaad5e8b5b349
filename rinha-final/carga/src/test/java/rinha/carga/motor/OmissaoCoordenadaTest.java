package rinha.carga.motor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rinha.carga.Chegadas;
import rinha.carga.Conferencia;
import rinha.carga.Fluxo;
import rinha.carga.Fonte;
import rinha.carga.Modelo;
import rinha.carga.Molde;
import rinha.carga.Pedido;
import rinha.carga.Perfil;
import rinha.carga.Plano;
import rinha.carga.medida.Latencias;
import rinha.carga.medida.MedidaDaRota;
import rinha.carga.medida.Resultado;

@Timeout(20)
@DisplayName("Omissão coordenada: quem deixou de ser atendido enquanto o servidor parava também conta")
class OmissaoCoordenadaTest {

    private static final Pedido PEDIDO = Pedido.semCorpo(Molde.get("raiz", "/"));
    private static final Fonte GET = () -> PEDIDO;

    private static long acimaDe(Latencias l, long ms) {
        return l.total() - l.ate(Duration.ofMillis(ms));
    }

    @Test
    @DisplayName("relógio controlado: parada de 1 s em 10 s de 100/s atinge 100 pedidos, não só o que estava em curso")
    void contaCadaPedidoQueEsperou_quandoOServidorParaUmSegundo() {
        var simulacao = new SimulacaoDeServidor(5_000, 6_000, 1);
        MedidaDaRota medida = simulacao.rodar(new Modelo.Aberto(1, Chegadas.REGULARES,
                List.of(new Fluxo("f", Perfil.constante(100, Duration.ofSeconds(10)), GET))));

        assertThat(medida.respondidos()).isEqualTo(1_000);
        // O k-ésimo devido na parada (5 s + 10k ms) é o k-ésimo atendido na volta (6 s + (k+1) ms): espera
        // 1001 - 9k ms, que passa de 100 ms para k de 0 a 100.
        assertThat(acimaDe(medida.todas(), 100)).isEqualTo(101);
        assertThat(medida.todas().p99Ms()).isBetween(900.0, 920.0);
        // O gerador ingênuo, que conta do envio, só veria o pedido que estava em curso.
        assertThat(acimaDe(medida.servico(), 100)).isEqualTo(1);
        assertThat(medida.servico().p99Ms()).isLessThan(2);
    }

    @Test
    @DisplayName("relógio controlado: com mais conexões, a parada é vista igual")
    void contaCadaPedidoQueEsperou_quandoHaMuitasConexoes() {
        var simulacao = new SimulacaoDeServidor(5_000, 6_000, 1);
        MedidaDaRota medida = simulacao.rodar(new Modelo.Aberto(500, Chegadas.REGULARES,
                List.of(new Fluxo("f", Perfil.constante(100, Duration.ofSeconds(10)), GET))));
        // Sem fila na volta, a espera do k-ésimo é 1001 - 10k ms: passa de 100 ms para k de 0 a 90.
        assertThat(acimaDe(medida.todas(), 100)).isEqualTo(91);
        assertThat(acimaDe(medida.servico(), 100)).isEqualTo(91);
    }

    @Test
    @DisplayName("servidor de verdade que congela 1 s: o p90 corrigido mostra, o de serviço não")
    void mostraAParada_quandoOServidorCongelaDeVerdade() throws Exception {
        AtomicBoolean congelou = new AtomicBoolean();
        try (ServidorDeTeste servidor = new ServidorDeTeste((pedido, saida) -> {
            if (pedido.ordem() == 20 && congelou.compareAndSet(false, true)) {
                Thread.sleep(1_000); // a parada é o que se mede, não uma espera por sincronização
            }
            saida.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes());
            return true;
        })) {
            Modelo modelo = new Modelo.Aberto(1, Chegadas.REGULARES,
                    List.of(new Fluxo("f", Perfil.constante(100, Duration.ofSeconds(2)), GET)));
            Resultado r = new Gerador(Plano.de(servidor.alvo(), modelo, Conferencia.status(200))).rodar();
            assertThat(r.respondidos()).isEqualTo(200);
            // Pelo menos os devidos nos primeiros 900 ms da parada: uma máquina lenta só aumenta a conta.
            assertThat(acimaDe(r.latencias(), 90)).isGreaterThanOrEqualTo(90);
            assertThat(acimaDe(r.servico(), 900)).isLessThan(acimaDe(r.latencias(), 900));
        }
    }
}
