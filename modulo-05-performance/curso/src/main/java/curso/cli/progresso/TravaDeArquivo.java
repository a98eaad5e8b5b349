package curso.cli.progresso;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// Trava entre processos sobre um arquivo; o sistema a solta quando o processo morre, mesmo por kill −9.
final class TravaDeArquivo implements AutoCloseable {

    private static final Duration PRAZO = Duration.ofSeconds(5);
    private static final Duration ENTRE_TENTATIVAS = Duration.ofMillis(10);
    /// A trava do sistema é do processo, não da thread: duas threads precisam desta outra.
    private static final ReentrantLock NESTE_PROCESSO = new ReentrantLock();

    private final FileChannel canal;

    private TravaDeArquivo(FileChannel canal) {
        this.canal = canal;
    }

    static TravaDeArquivo obter(Path arquivo) throws IOException {
        long fim = System.nanoTime() + PRAZO.toNanos();
        if (!obterNesteProcesso()) {
            throw new IOException("outra thread segura " + arquivo + " há " + PRAZO.toSeconds() + " s");
        }
        FileChannel canal = null;
        try {
            canal = FileChannel.open(arquivo, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            esperar(canal, arquivo, fim);
            return new TravaDeArquivo(canal);
        } catch (IOException | RuntimeException e) {
            soltar(canal);
            throw e;
        }
    }

    private static boolean obterNesteProcesso() throws IOException {
        try {
            return NESTE_PROCESSO.tryLock(PRAZO.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("a gravação foi interrompida", e);
        }
    }

    private static void esperar(FileChannel canal, Path arquivo, long fim) throws IOException {
        FileLock trava = canal.tryLock();
        while (trava == null) {
            if (System.nanoTime() - fim > 0) {
                throw new IOException("outro ./curso segura " + arquivo + " há " + PRAZO.toSeconds() + " s");
            }
            LockSupport.parkNanos(ENTRE_TENTATIVAS.toNanos());
            trava = canal.tryLock();
        }
    }

    private static void soltar(FileChannel canal) throws IOException {
        try {
            if (canal != null) {
                canal.close();
            }
        } finally {
            NESTE_PROCESSO.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        soltar(canal);
    }
}
