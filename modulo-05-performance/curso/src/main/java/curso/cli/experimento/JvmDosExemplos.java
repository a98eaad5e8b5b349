package curso.cli.experimento;

import curso.cli.nucleo.Recusa;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Uma JVM nova com os exemplos no classpath, com as opções de uma JVM comum: é ela que se mede.
final class JvmDosExemplos {

    private static final List<String> OPCOES = List.of("-XX:+EnableDynamicAgentLoading", "-Djdk.attach.allowAttachSelf=true",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");
    private static final int LINHAS_GUARDADAS = 30;

    private final List<String> comando;

    /// Como terminou e o fim do que escreveu.
    record Termino(int codigo, List<String> ultimasLinhas) {}

    JvmDosExemplos(String classpath, String classePrincipal, List<String> argumentos) {
        comando = new ArrayList<>();
        comando.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        comando.addAll(OPCOES);
        comando.addAll(List.of("-cp", classpath, classePrincipal));
        comando.addAll(argumentos);
    }

    /// Roda mostrando tudo como sai.
    int rodarAberta(Duration prazo) {
        return esperar(iniciar(new ProcessBuilder(comando).inheritIO()), prazo);
    }

    /// Roda entregando cada linha que sai, na hora.
    Termino rodar(Duration prazo, Consumer<String> aCadaLinha) {
        var processo = iniciar(new ProcessBuilder(comando).redirectErrorStream(true));
        Deque<String> ultimas = new ArrayDeque<>();
        var leitor = Thread.ofVirtual().start(() -> ler(processo, linha -> {
            synchronized (ultimas) {
                ultimas.addLast(linha);
                if (ultimas.size() > LINHAS_GUARDADAS) {
                    ultimas.removeFirst();
                }
            }
            aCadaLinha.accept(linha);
        }));
        int codigo = esperar(processo, prazo);
        try {
            leitor.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (ultimas) {
            return new Termino(codigo, List.copyOf(ultimas));
        }
    }

    private static Process iniciar(ProcessBuilder construtor) {
        try {
            var processo = construtor.start();
            // Quem pede para sair não pode deixar uma medição rodando sozinha.
            Runtime.getRuntime().addShutdownHook(new Thread(processo::destroy));
            return processo;
        } catch (IOException e) {
            throw Recusa.de("A JVM dos exemplos não iniciou: " + e.getMessage(), "./curso diagnostico confere a máquina.", e);
        }
    }

    private static void ler(Process processo, Consumer<String> aCadaLinha) {
        try (var linhas = processo.inputReader(StandardCharsets.UTF_8)) {
            for (var linha = linhas.readLine(); linha != null; linha = linhas.readLine()) {
                aCadaLinha.accept(linha);
            }
        } catch (IOException e) {
            aCadaLinha.accept("a leitura da JVM dos exemplos falhou: " + e.getMessage());
        }
    }

    private static int esperar(Process processo, Duration prazo) {
        try {
            if (processo.waitFor(prazo.toMillis(), TimeUnit.MILLISECONDS)) {
                return processo.exitValue();
            }
            processo.destroyForcibly();
            throw Recusa.de("A medição não terminou em " + prazo.toMinutes() + " min e foi encerrada.",
                    "Rode de novo com a máquina mais livre; --curto roda o menor tamanho.");
        } catch (InterruptedException e) {
            processo.destroyForcibly();
            Thread.currentThread().interrupt();
            throw Recusa.de("A medição foi interrompida.", "Rode de novo quando quiser.", e);
        }
    }
}
