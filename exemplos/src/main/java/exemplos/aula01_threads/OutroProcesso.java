package exemplos.aula01_threads;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Uma JVM filha que roda uma classe deste classpath e responde numa linha.
///
/// A saída vai para um arquivo, e não para um cano: um filho que escreve muito não trava esperando quem leia.
final class OutroProcesso implements AutoCloseable {
    private static final Duration PRAZO = Duration.ofSeconds(60);

    private final Path saida;
    private final Process processo;

    private OutroProcesso(Path saida, Process processo) {
        this.saida = saida;
        this.processo = processo;
    }

    /// Começa a JVM e volta sem esperar por ela.
    static OutroProcesso iniciar(Class<?> principal, List<String> opcoesDaJvm, Object... argumentos) throws IOException {
        var comando = new ArrayList<String>();
        comando.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        comando.addAll(opcoesDaJvm);
        comando.addAll(List.of("-cp", System.getProperty("java.class.path"), principal.getName()));
        for (Object argumento : argumentos) {
            comando.add(argumento.toString());
        }
        Path saida = Files.createTempFile("aula01-", ".txt");
        File arquivo = saida.toFile();
        return new OutroProcesso(saida, new ProcessBuilder(comando).redirectErrorStream(true).redirectOutput(arquivo).start());
    }

    /// Espera a JVM acabar e devolve a última linha que ela escreveu.
    String resposta() throws IOException, InterruptedException {
        if (!processo.waitFor(PRAZO.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("a JVM filha não acabou em " + PRAZO.toSeconds() + " s");
        }
        var linhas = Files.readAllLines(saida);
        if (processo.exitValue() != 0 || linhas.isEmpty()) {
            throw new IOException("a JVM filha saiu com " + processo.exitValue() + ": " + String.join(" | ", linhas));
        }
        return linhas.getLast();
    }

    @Override
    public void close() throws IOException {
        processo.destroyForcibly();
        Files.deleteIfExists(saida);
    }
}
