package curso.bancada.instrumentos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AlocacaoTest {
    private static final int MEGA = 1 << 20;
    /// Sem um lugar para guardar, o compilador apaga a alocação.
    private static volatile byte[] guardado;

    @Test
    @DisplayName("Conta os bytes alocados pela thread que mede")
    void conta_quandoNaMesmaThread() throws Exception {
        assertThat(Alocacao.bytes(() -> guardado = new byte[8 * MEGA])).isBetween(8L * MEGA, 12L * MEGA);
    }

    @Test
    @DisplayName("Conta os bytes alocados por threads virtuais")
    void conta_quandoEmThreadVirtual() throws Exception {
        long bytes = Alocacao.bytes(() -> Thread.ofVirtual().start(() -> guardado = new byte[8 * MEGA]).join());
        assertThat(bytes).isBetween(8L * MEGA, 12L * MEGA);
    }

    @Test
    @DisplayName("A média por operação é a de uma execução")
    void calculaAMedia_quandoMuitasExecucoes() throws Exception {
        assertThat(Alocacao.bytesPorOperacao(200, () -> guardado = new byte[MEGA / 16])).isBetween((long) MEGA / 16, (long) MEGA / 12);
        assertThatThrownBy(() -> Alocacao.bytesPorOperacao(0, () -> {})).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("vezes=0");
    }
}
