package rinha.carga;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Texto que veio de fora, tornado mostrável")
final class TextoTest {

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = {
        "'{\n  \"erro\": 1\n}','{⏎  \"erro\": 1⏎}'", "'a\r\nb\rc\n\nd','a⏎b⏎c⏎⏎d'", "'\tat x','\\tat x'", "'\u001b[2J','\\u001b[2J'", "'\u0000\u0085','\\u0000\\u0085'",
        "'a\u202eb\u200d','a\\u202eb\\u200d'", "'\uD834\uDD73','\\u1d173'", "'ação 😀 «ok» \uFFFD','ação 😀 «ok» \uFFFD'"
    })
    @DisplayName("a quebra de linha se vê, e o resto que não se vê mostra o seu código")
    void mostra_quandoHaControles(String texto, String visto) {
        assertThat(Texto.visivel(texto)).isEqualTo(visto);
    }
}
