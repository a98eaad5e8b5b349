package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Mediana e o intervalo dela")
class EstatisticaTest {

    @Test
    @DisplayName("com número ímpar de valores, a mediana é o do meio")
    void medianaEODoMeio_quandoImpar() {
        assertThat(Estatistica.mediana(new double[] {9, 1, 4})).isEqualTo(4);
    }

    @Test
    @DisplayName("com número par de valores, a mediana é a média dos dois do meio")
    void medianaEAMedia_quandoPar() {
        assertThat(Estatistica.mediana(new double[] {10, 1, 4, 5})).isEqualTo(4.5);
    }

    @Test
    @DisplayName("cinco valores ou menos não dão intervalo de 95%; seis dão o do menor ao maior")
    void semPosto_quandoPoucosValores() {
        assertThat(IntStream.rangeClosed(1, 5).map(Estatistica::postoDoIntervalo)).containsOnly(0);
        assertThat(IntStream.rangeClosed(6, 8).map(Estatistica::postoDoIntervalo)).containsOnly(1);
        assertThat(Estatistica.postoDoIntervalo(9)).isEqualTo(2);
    }

    @Test
    @DisplayName("para muitos valores o posto segue a aproximação normal")
    void postoSegueANormal_quandoMuitosValores() {
        assertThat(Estatistica.postoDoIntervalo(2_000)).isCloseTo((int) (1_000 - 1.96 * Math.sqrt(2_000) / 2), within(1));
    }

    @Test
    @DisplayName("não altera a amostra recebida")
    void conservaAAmostra() {
        var valores = new double[] {3, 1, 2};
        Estatistica.mediana(valores);
        assertThat(valores).containsExactly(3, 1, 2);
    }

    @Test
    @DisplayName("recusa amostra vazia")
    void recusaOQueNaoTemResposta() {
        assertThatThrownBy(() -> Estatistica.mediana(new double[0])).hasMessageContaining("vazia");
    }
}
