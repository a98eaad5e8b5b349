package rinha.carga.medida;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Janelas calmas: só as latências de longe de um momento lento")
class JanelasCalmasTest {

    private static final long MS = 1_000_000;
    private long ultimoLento = Long.MIN_VALUE;
    private final JanelasCalmas janelas = new JanelasCalmas(instante -> ultimoLento < instante);

    @Test
    @DisplayName("com a máquina no ritmo, guarda tudo, também a janela em curso")
    void guardaTudo_quandoNadaFoiLento() {
        for (int i = 0; i < 1_000; i++) {
            janelas.registrar(MS, i * MS);
        }
        assertThat(janelas.latencias().total()).isEqualTo(1_000);
    }

    @Test
    @DisplayName("um momento lento descarta a janela dele e a seguinte, cujos pedidos podem ter começado nele")
    void descartaDuasJanelas_quandoUmMomentoFoiLento() {
        for (int i = 0; i < 1_000; i++) {
            if (i == 550) {
                ultimoLento = i * MS;
            }
            janelas.registrar(i == 550 || i == 620 ? 50 * MS : MS, i * MS);
        }
        assertThat(janelas.latencias().total()).isEqualTo(800);
        assertThat(janelas.latencias().maxMs()).isLessThan(2);
    }

    @Test
    @DisplayName("o pedido que dura mais que a janela conta desde o começo dele")
    void olhaOComeco_quandoOPedidoELongo() {
        ultimoLento = 100 * MS;
        janelas.registrar(450 * MS, 500 * MS);
        janelas.registrar(350 * MS, 501 * MS);
        assertThat(janelas.latencias().total()).isEqualTo(1);
    }

    @Test
    @DisplayName("sem pedidos por um tempo, a janela volta a abrir na hora certa")
    void reabre_depoisDeUmSilencio() {
        janelas.registrar(MS, 10 * MS);
        ultimoLento = 5_000 * MS;
        janelas.registrar(MS, 5_050 * MS);
        janelas.registrar(MS, 5_250 * MS);
        assertThat(janelas.latencias().total()).isEqualTo(1);
    }
}
