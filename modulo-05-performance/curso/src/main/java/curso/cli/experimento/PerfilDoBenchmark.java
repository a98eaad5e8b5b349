package curso.cli.experimento;

import curso.bancada.instrumentos.BibliotecaDoProfiler;
import curso.cli.nucleo.Recusa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// O async-profiler dentro dos benchmarks, pela porta que o JMH tem para ele. `close()` apaga a cópia da biblioteca.
final class PerfilDoBenchmark implements AutoCloseable {
    private static final String DA_BASE_AO_TOPO = "flame-%s-forward.html".formatted(BibliotecaDoProfiler.EVENTO_DE_CPU);

    private final Path temporaria;
    private final Path biblioteca;
    private final Path pasta;

    private PerfilDoBenchmark(Path temporaria, Path biblioteca, Path pasta) {
        this.temporaria = temporaria;
        this.biblioteca = biblioteca;
        this.pasta = pasta;
    }

    /// @param pasta onde ficam os gráficos; criada se falta
    static PerfilDoBenchmark preparar(Path pasta) throws IOException {
        if (!BibliotecaDoProfiler.existe()) {
            throw Recusa.de("O async-profiler não existe para %s em %s.".formatted(System.getProperty("os.name"), System.getProperty("os.arch")), "Rode sem --perfil.");
        }
        Files.createDirectories(pasta);
        Path temporaria = Files.createTempDirectory("curso-perfil-");
        return new PerfilDoBenchmark(temporaria, BibliotecaDoProfiler.extrair(temporaria).orElseThrow(), pasta);
    }

    /// As opções do JMH: um gráfico de chama de cada benchmark, numa pasta com o nome dele.
    List<String> opcoes() {
        return List.of("-prof", "async:libPath=%s;event=%s;output=flamegraph;dir=%s".formatted(biblioteca, BibliotecaDoProfiler.EVENTO_DE_CPU, pasta));
    }

    /// Onde estão os gráficos e como se chamam; ou por que não há nenhum.
    String ondeEstao(String pastaComoSeDigita) throws IOException {
        long novos;
        var inicio = Files.getLastModifiedTime(biblioteca);
        try (var arquivos = Files.walk(pasta, 2)) {
            novos = arquivos.filter(a -> a.endsWith(DA_BASE_AO_TOPO) && a.toFile().lastModified() >= inicio.toMillis()).count();
        }
        if (novos == 0) {
            return "O async-profiler não gravou nenhum gráfico; --verboso mostra o que o JMH disse.";
        }
        return "Há %d gráfico%s de chama em %s, numa pasta por benchmark: abra %s no navegador. Quem amostra também gasta CPU: não cite os números desta rodada."
                .formatted(novos, novos == 1 ? "" : "s", pastaComoSeDigita, DA_BASE_AO_TOPO);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(biblioteca);
        Files.deleteIfExists(temporaria);
    }
}
