package rinha.arena.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@DisplayName("Alvo: as opções que levam de novo a ele")
class AlvoTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "--instancias 3 --armazenamento sqlite --escrita simples --balanceador nginx --porta 8000 --fria", "--url http://127.0.0.1:9999",
        "--url http://192.0.2.1 --permitir-host"})
    @DisplayName("São as que se digitaram; a URL do sistema que subimos não entra, porque ele já não está lá")
    void repeteOQueSeDigitou(String opcoes) {
        var alvo = new Alvo();
        new CommandLine(alvo).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(opcoes.isEmpty() ? new String[0] : opcoes.split(" "));
        assertThat(alvo.comoSeDigita().strip()).isEqualTo(opcoes);
    }
}
