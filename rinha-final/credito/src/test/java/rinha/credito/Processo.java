package rinha.credito;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// Uma instância num processo só seu, que se pode matar de verdade.
final class Processo implements AutoCloseable {
    private static final Pattern PORTA = Pattern.compile("No ar na porta (\\d+)");

    private final Process processo;
    private final CompletableFuture<Integer> porta = new CompletableFuture<>();
    private final CompletableFuture<Void> pronta = new CompletableFuture<>();
    private final ConcurrentLinkedQueue<String> saida = new ConcurrentLinkedQueue<>();

    private Processo(Process processo) {
        this.processo = processo;
    }

    static Processo iniciar(Map<String, String> ambiente) throws Exception {
        var java = System.getProperty("java.home") + "/bin/java";
        // Morto por kill −9, o driver do SQLite não apaga a biblioteca nativa que extraiu: ela some com a pasta do teste.
        var temporarios = "-Dorg.sqlite.tmpdir=" + Path.of(ambiente.get("CREDITO_SQLITE_ARQUIVO")).getParent();
        var comando = new ProcessBuilder(List.of(java, temporarios, "-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), "rinha.credito.Main")).redirectErrorStream(true);
        comando.environment().putAll(ambiente);
        var processo = new Processo(comando.start());
        Thread.ofVirtual().start(processo::lerSaida);
        Runtime.getRuntime().addShutdownHook(new Thread(processo::close));
        return processo.esperarPronta();
    }

    /// Quem não fica pronto não fica vivo: ninguém mais o fecharia.
    private Processo esperarPronta() throws InterruptedException {
        try {
            pronta.get(30, TimeUnit.SECONDS);
            return this;
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new AssertionError("o processo não ficou pronto em 30 s: " + saida(), e);
        }
    }

    private void lerSaida() {
        try (BufferedReader linhas = processo.inputReader()) {
            for (String linha = linhas.readLine(); linha != null; linha = linhas.readLine()) {
                saida.add(linha);
                var achada = PORTA.matcher(linha);
                if (achada.find()) {
                    porta.complete(Integer.valueOf(achada.group(1)));
                }
                if (linha.contains("Pronta:")) {
                    pronta.complete(null);
                }
            }
        } catch (IOException e) {
            saida.add(e.toString());
        }
        pronta.completeExceptionally(new IllegalStateException("o processo acabou: " + saida));
    }

    int porta() {
        return porta.join();
    }

    String saida() {
        return String.join("\n", saida);
    }

    /// kill −9: nada do que estava em curso termina.
    void matar() throws InterruptedException {
        processo.destroyForcibly().waitFor();
    }

    /// SIGTERM; devolve o código de saída.
    int pedirQueEncerre() throws InterruptedException {
        processo.destroy();
        if (!processo.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("o processo não encerrou em 30 s: " + saida());
        }
        return processo.exitValue();
    }

    @Override
    public void close() {
        processo.destroyForcibly();
    }
}
