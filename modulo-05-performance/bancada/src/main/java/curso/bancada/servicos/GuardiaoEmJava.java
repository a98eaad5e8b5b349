package curso.bancada.servicos;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// O guardião onde não há `sh` (Windows): faz o mesmo que `guardiao.sh`, com os mesmos argumentos, numa JVM própria.
///
/// Não usa nenhuma outra classe da bancada: o classpath dele é só a pasta dela.
final class GuardiaoEmJava {
    private static final long PASSO_MS = 20;

    private GuardiaoEmJava() {}

    public static void main(String[] args) throws Exception {
        long paciencia = Long.parseLong(args[1]) * PASSO_MS;
        var saida = ProcessBuilder.Redirect.appendTo(new File(args[2]));
        Process servico = new ProcessBuilder(List.of(args).subList(4, args.length)).redirectErrorStream(true).redirectOutput(saida).start();
        servico.getOutputStream().close();
        var donoSeFoi = new CountDownLatch(1);
        // Num gancho: um Ctrl-C no console também chega aqui, e não pode deixar o serviço sem guardião.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> encerrar(servico, paciencia, args[3], donoSeFoi)));
        System.out.println(servico.pid());
        Thread.ofPlatform().daemon().start(() -> anunciarFim(servico));
        while (System.in.read() >= 0) {
            // Só o fim da entrada interessa: o dono morreu ou fechou.
        }
        donoSeFoi.countDown();
        System.exit(0);
    }

    private static void encerrar(Process servico, long paciencia, String pasta, CountDownLatch donoSeFoi) {
        try {
            donoSeFoi.await();
            List<ProcessHandle> netos = servico.descendants().toList();
            servico.destroy();
            if (!servico.waitFor(paciencia, TimeUnit.MILLISECONDS)) {
                servico.destroyForcibly().waitFor(paciencia, TimeUnit.MILLISECONDS);
            }
            netos.forEach(ProcessHandle::destroyForcibly);
            if (!pasta.isEmpty()) {
                apagar(Path.of(pasta));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void anunciarFim(Process servico) {
        try {
            System.out.println("fim " + servico.waitFor());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void apagar(Path pasta) throws InterruptedException {
        for (int tentativa = 0; tentativa < 20 && Files.exists(pasta); tentativa++) {
            try (Stream<Path> tudo = Files.walk(pasta)) {
                for (Path caminho : tudo.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(caminho);
                }
            } catch (IOException e) {
                // No Windows um arquivo fica preso por instantes depois que o processo morre.
                TimeUnit.MILLISECONDS.sleep(PASSO_MS);
            }
        }
    }
}
