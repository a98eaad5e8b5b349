package curso.cli.experimento;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Pergunta: o palpite como a pessoa o escreve")
class PerguntaTest {

    @ParameterizedTest(name = "«{0}» é {1}")
    @CsvSource(delimiter = '|', value = {"12|12", "1,5|1.5", "1.5|1.5", "2.000|2000", "1.234.567,8|1234567.8", "10x|10", "10 vezes|10", "90%|90", "0,05|0.05"})
    @DisplayName("entende números à brasileira e à dos programas")
    void entende(String escrito, double esperado) {
        assertThat(Pergunta.numero(escrito)).isEqualTo(OptionalDouble.of(esperado));
    }

    @ParameterizedTest(name = "«{0}»")
    @ValueSource(strings = {"muito", "", "1,2,3", "-4", "NaN", "1e9"})
    @DisplayName("não adivinha o que não é número")
    void recusa(String escrito) {
        assertThat(Pergunta.numero(escrito)).isEmpty();
    }
}
