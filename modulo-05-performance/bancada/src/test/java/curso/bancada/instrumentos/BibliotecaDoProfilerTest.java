package curso.bancada.instrumentos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A biblioteca do async-profiler")
class BibliotecaDoProfilerTest {
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "Linux, amd64, /linux-x64/libasyncProfiler.so", "Linux, aarch64, /linux-arm64/libasyncProfiler.so", "Linux, riscv64,",
        "Mac OS X, aarch64, /macos/libasyncProfiler.so", "Mac OS X, x86_64, /macos/libasyncProfiler.so", "Windows 11, amd64,"})
    void escolhePelaMaquina(String sistema, String processador, String recurso) {
        assertThat(BibliotecaDoProfiler.recurso(sistema, processador).orElse(null)).isEqualTo(recurso);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/linux-x64/libasyncProfiler.so", "/linux-arm64/libasyncProfiler.so", "/macos/libasyncProfiler.so"})
    @DisplayName("O jar da versão fixada traz as três")
    void oJarTraz(String recurso) {
        assertThat(BibliotecaDoProfiler.class.getResource(recurso)).isNotNull();
    }

    @Test
    @DisplayName("Nesta máquina, se existe, é copiada inteira")
    void copia(@TempDir Path pasta) throws IOException {
        var copiada = BibliotecaDoProfiler.extrair(pasta);
        assertThat(copiada.isPresent()).isEqualTo(BibliotecaDoProfiler.existe());
        if (copiada.isPresent()) {
            assertThat(Files.size(copiada.get())).isGreaterThan(100_000);
        }
    }
}
