package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Mediana e percentis")
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
    @DisplayName("o percentil é o valor do posto mais próximo, sem interpolar")
    void percentilEUmValorDaAmostra() {
        var valores = new double[] {50, 15, 20, 40, 35};
        assertThat(Estatistica.percentil(valores, 30)).isEqualTo(20);
        assertThat(Estatistica.percentil(valores, 40)).isEqualTo(20);
        assertThat(Estatistica.percentil(valores, 50)).isEqualTo(35);
        assertThat(Estatistica.percentil(valores, 100)).isEqualTo(50);
        assertThat(Estatistica.percentil(valores, 0.1)).isEqualTo(15);
    }

    @Test
    @DisplayName("não altera a amostra recebida")
    void conservaAAmostra() {
        var valores = new double[] {3, 1, 2};
        Estatistica.mediana(valores);
        assertThat(valores).containsExactly(3, 1, 2);
    }

    @Test
    @DisplayName("recusa amostra vazia e percentil fora de 0 a 100")
    void recusaOQueNaoTemResposta() {
        assertThatThrownBy(() -> Estatistica.mediana(new double[0])).hasMessageContaining("vazia");
        assertThatThrownBy(() -> Estatistica.percentil(new double[] {1}, 101)).hasMessageContaining("101");
    }
}
