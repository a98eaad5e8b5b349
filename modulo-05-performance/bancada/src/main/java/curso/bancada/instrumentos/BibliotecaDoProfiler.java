package curso.bancada.instrumentos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// A biblioteca nativa do async-profiler, que o jar dele traz para Linux e macOS.
public final class BibliotecaDoProfiler {
    /// O evento que amostra a CPU de cada thread: no Linux um temporizador dele, que não pede as permissões do perf; o macOS só tem `itimer`.
    public static final String EVENTO_DE_CPU = System.getProperty("os.name").equals("Linux") ? "ctimer" : "itimer";

    private BibliotecaDoProfiler() {}

    /// Copia a biblioteca desta máquina para a pasta; vazio onde o async-profiler não existe (Windows, outros processadores).
    public static Optional<Path> extrair(Path pasta) throws IOException {
        var recurso = recurso(System.getProperty("os.name"), System.getProperty("os.arch"));
        if (recurso.isEmpty()) {
            return Optional.empty();
        }
        Path biblioteca = pasta.resolve("libasyncProfiler.so");
        try (var origem = BibliotecaDoProfiler.class.getResourceAsStream(recurso.get())) {
            if (origem == null) {
                throw new IOException("o jar do async-profiler não traz " + recurso.get());
            }
            Files.copy(origem, biblioteca);
        }
        return Optional.of(biblioteca);
    }

    /// Se há async-profiler para esta máquina.
    public static boolean existe() {
        return recurso(System.getProperty("os.name"), System.getProperty("os.arch")).isPresent();
    }

    static Optional<String> recurso(String sistema, String processador) {
        String nome = sistema.toLowerCase(Locale.ROOT);
        boolean arm = processador.equals("aarch64");
        boolean intel = processador.equals("amd64") || processador.equals("x86_64");
        if (nome.startsWith("mac") && (arm || intel)) {
            return Optional.of("/macos/libasyncProfiler.so");
        }
        return nome.equals("linux") && (arm || intel) ? Optional.of("/linux-%s/libasyncProfiler.so".formatted(arm ? "arm64" : "x64")) : Optional.empty();
    }
}
