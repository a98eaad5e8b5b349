package curso.cli.experimento;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.instrumentos.BibliotecaDoProfiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("O perfil de um benchmark")
class PerfilDoBenchmarkTest {
    @TempDir
    private Path raiz;

    @BeforeEach
    void soOndeHaProfiler() {
        Assumptions.assumeTrue(BibliotecaDoProfiler.existe(), "o async-profiler não existe para esta máquina");
    }

    @Test
    @DisplayName("Entrega ao JMH uma biblioteca que existe, e não a deixa para trás")
    void apagaABiblioteca() throws IOException {
        Path biblioteca;
        try (var perfil = PerfilDoBenchmark.preparar(raiz.resolve("perfis/03"))) {
            var opcao = perfil.opcoes().getLast();
            assertThat(opcao).contains("output=flamegraph", "dir=" + raiz.resolve("perfis/03"));
            biblioteca = Path.of(opcao.replaceFirst(".*libPath=([^;]+);.*", "$1"));
            assertThat(biblioteca).isNotEmptyFile();
        }
        assertThat(biblioteca).doesNotExist();
        assertThat(biblioteca.getParent()).doesNotExist();
    }

    @Test
    @DisplayName("Conta só os gráficos desta execução, e diz quando não há nenhum")
    void contaOsNovos() throws IOException {
        var antigo = grafico("A.antes-AverageTime");
        Files.setLastModifiedTime(antigo, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        try (var perfil = PerfilDoBenchmark.preparar(raiz)) {
            assertThat(perfil.ondeEstao(".curso/perfis/03")).contains("nenhum gráfico", "--verboso");
            grafico("A.agora-AverageTime");
            assertThat(perfil.ondeEstao(".curso/perfis/03")).contains("1 gráfico de chama em .curso/perfis/03", "no navegador");
        }
    }

    private Path grafico(String benchmark) throws IOException {
        return Files.writeString(Files.createDirectories(raiz.resolve(benchmark)).resolve("flame-" + BibliotecaDoProfiler.EVENTO_DE_CPU + "-forward.html"), "<html>");
    }
}
