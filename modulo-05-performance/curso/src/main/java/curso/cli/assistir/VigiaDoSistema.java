package curso.cli.assistir;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Collection;
import java.util.function.Consumer;

/// Vigia pelo WatchService. Muitos editores salvam noutro arquivo e renomeiam por cima: por isso criar também conta.
final class VigiaDoSistema implements Vigia {

    private final WatchService servico;
    private final Consumer<Path> aoMudar;

    VigiaDoSistema(Collection<Path> pastas, Consumer<Path> aoMudar) throws IOException {
        this.aoMudar = aoMudar;
        this.servico = FileSystems.getDefault().newWatchService();
        try {
            for (var pasta : pastas) {
                pasta.register(servico, ENTRY_CREATE, ENTRY_MODIFY);
            }
        } catch (IOException e) {
            servico.close();
            throw e;
        }
        Thread.ofPlatform().daemon().name("vigia").start(this::vigiar);
    }

    private void vigiar() {
        try {
            while (true) {
                var chave = servico.take();
                avisar(chave);
                chave.reset();
            }
        } catch (ClosedWatchServiceException _) {
            // close() é o fim normal desta thread
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void avisar(WatchKey chave) {
        var pasta = (Path) chave.watchable();
        for (var evento : chave.pollEvents()) {
            // Quando o sistema perde avisos, qualquer arquivo da pasta pode ter mudado.
            aoMudar.accept(evento.kind() == OVERFLOW ? pasta : pasta.resolve((Path) evento.context()));
        }
    }

    @Override
    public void close() throws IOException {
        servico.close();
    }
}
