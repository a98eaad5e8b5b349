package curso.cli.assistir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Vigia olhando data e tamanho de cada arquivo: serve em discos de rede e onde os avisos do sistema faltam.
final class VigiaPorSondagem implements Vigia {

    private static final Duration INTERVALO = Duration.ofMillis(200);

    private record Marca(FileTime mudou, long tamanho) {}

    private final List<Path> pastas;
    private final Consumer<Path> aoMudar;
    private final Map<Path, Marca> vistas = new HashMap<>();
    private final CountDownLatch fim = new CountDownLatch(1);

    VigiaPorSondagem(Collection<Path> pastas, Consumer<Path> aoMudar) {
        this.pastas = List.copyOf(pastas);
        this.aoMudar = aoMudar;
        olhar();
        Thread.ofPlatform().daemon().name("vigia").start(this::vigiar);
    }

    private void vigiar() {
        try {
            while (!fim.await(INTERVALO.toMillis(), TimeUnit.MILLISECONDS)) {
                olhar().forEach(aoMudar);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Path> olhar() {
        var mudadas = new java.util.ArrayList<Path>();
        for (var pasta : pastas) {
            try (var arquivos = Files.list(pasta)) {
                for (var arquivo : arquivos.toList()) {
                    var marca = marca(arquivo);
                    if (marca != null && !marca.equals(vistas.put(arquivo, marca))) {
                        mudadas.add(arquivo);
                    }
                }
            } catch (IOException _) {
                continue; // a pasta some por um instante num checkout: a próxima volta a vê
            }
        }
        return mudadas;
    }

    private static Marca marca(Path arquivo) {
        try {
            return new Marca(Files.getLastModifiedTime(arquivo), Files.size(arquivo));
        } catch (IOException _) {
            return null; // sumiu entre listar e olhar: um editor que troca o arquivo
        }
    }

    @Override
    public void close() {
        fim.countDown();
    }
}
