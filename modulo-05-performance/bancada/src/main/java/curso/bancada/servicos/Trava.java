package curso.bancada.servicos;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Uma trava entre processos sobre um arquivo: o sistema a solta quando o dono morre, de qualquer modo.
final class Trava implements AutoCloseable {
    private static final long INTERVALO_MS = 20;

    private final FileChannel canal;

    private Trava(FileChannel canal) {
        this.canal = canal;
    }

    /// A trava, se ninguém a tem, nem outra thread deste processo.
    static Optional<Trava> tentar(Path arquivo) throws IOException {
        FileChannel canal = FileChannel.open(arquivo, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock trava = canal.tryLock();
            if (trava != null) {
                return Optional.of(new Trava(canal));
            }
        } catch (OverlappingFileLockException e) {
            // É deste mesmo processo: vale como ocupada.
        } catch (IOException e) {
            canal.close();
            throw e;
        }
        canal.close();
        return Optional.empty();
    }

    static Trava esperar(Path arquivo, Duration prazo) throws IOException {
        long fim = System.nanoTime() + prazo.toNanos();
        while (System.nanoTime() - fim < 0) {
            Optional<Trava> trava = tentar(arquivo);
            if (trava.isPresent()) {
                return trava.get();
            }
            dormir(arquivo);
        }
        throw new IOException("outro processo segura %s há mais de %d s".formatted(arquivo, prazo.toSeconds()));
    }

    private static void dormir(Path arquivo) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(INTERVALO_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("a espera por " + arquivo + " foi interrompida", e);
        }
    }

    @Override
    public void close() throws IOException {
        canal.close();
    }
}
