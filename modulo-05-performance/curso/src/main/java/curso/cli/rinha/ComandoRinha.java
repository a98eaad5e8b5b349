package curso.cli.rinha;

import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Recusa;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// O projeto final: passa tudo o que veio à arena, noutra JVM e neste mesmo terminal.
@Command(name = "rinha", description = "O projeto final: sobe, avalia e mede o sistema da Rinha (./curso rinha --ajuda).")
public final class ComandoRinha implements Callable<Integer> {
    private static final List<String> OPCOES = List.of("-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");
    /// Quanto a arena demora, no pior caso, a derrubar o que subiu.
    private static final int PACIENCIA_S = 30;

    @Unmatched
    private List<String> argumentos = new ArrayList<>();

    private final Contexto contexto;

    public ComandoRinha(Contexto contexto) {
        this.contexto = contexto;
    }

    @Override
    public Integer call() {
        Path pasta = pasta();
        try {
            var construtor = new ProcessBuilder(comando(pasta)).inheritIO();
            construtor.environment().put("COLUMNS", Integer.toString(contexto.tela().largura()));
            return esperar(construtor.start());
        } catch (IOException e) {
            throw new UncheckedIOException("a arena não iniciou: " + e.getMessage(), e);
        }
    }

    /// A que o lançador acabou de preparar.
    private Path pasta() {
        Path oficina = contexto.casa().raiz().resolve("modulo-05-performance/curso/target/lancador");
        Path atual = oficina.resolve("rinha");
        try {
            if (Files.isRegularFile(atual)) {
                return oficina.resolve(Files.readString(atual).strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("não consegui ler " + atual + ": " + e.getMessage(), e);
        }
        throw Recusa.de("O sistema da rinha não está construído.",
                "Chame pelo lançador: ./curso rinha.");
    }

    private List<String> comando(Path pasta) throws IOException {
        var comando = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        comando.addAll(OPCOES);
        comando.addAll(List.of("-Dcurso.raiz=" + contexto.casa().raiz(), "-Darena.oficina=" + pasta, "-Dcurso.pai=" + ProcessHandle.current().pid(),
                "-Dcurso.saida=" + (contexto.tela().terminal() ? "sim" : "nao"), "-cp", Files.readString(pasta.resolve("classpath")).strip(), "rinha.arena.cli.Principal"));
        comando.addAll(argumentos);
        return comando;
    }

    /// Com Ctrl-C o terminal avisa as duas JVMs: esta espera que a arena derrube tudo, para o terminal não voltar antes.
    private static int esperar(Process arena) {
        var gancho = Thread.ofPlatform().unstarted(() -> {
            arena.destroy();
            try {
                arena.waitFor(PACIENCIA_S, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(gancho);
        try {
            return arena.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Recusa.de("A espera pela arena foi interrompida.", "Rode de novo quando quiser.");
        }
    }
}
