package curso.cli.mapa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Duração no mapa: horas e minutos como se leem no relógio")
class DuracaoTest {

    @ParameterizedTest(name = "{0} minutos: {1}")
    @CsvSource({"0, 0 min", "59, 59 min", "60, 1 h", "110, 1 h 50", "121, 2 h 01"})
    @DisplayName("escreve")
    void escreve(int minutos, String esperado) {
        assertThat(Mapa.duracao(minutos)).isEqualTo(esperado);
    }
}
