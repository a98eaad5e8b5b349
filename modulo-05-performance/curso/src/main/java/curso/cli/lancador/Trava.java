package curso.cli.lancador;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Um ./curso constrói e os outros esperam. O sistema solta a trava de quem morre.
final class Trava implements AutoCloseable {

    /// No Windows ninguém lê o trecho travado: a trava fica longe do começo, onde está o número do dono.
    private static final long LONGE = Long.MAX_VALUE - 1;

    private final FileChannel canal;

    private Trava(FileChannel canal) {
        this.canal = canal;
    }

    static Trava obter(Oficina oficina, Andamento andamento, Duration paciencia) throws IOException, InterruptedException {
        var arquivo = oficina.arquivo("trava.arquivo");
        var canal = abrir(oficina, arquivo);
        long fim = System.nanoTime() + paciencia.toNanos();
        boolean avisou = false;
        while (canal.tryLock(LONGE, 1, false) == null) {
            var dono = Files.readString(arquivo).strip();
            var espera = "outro ./curso (processo " + dono + ") está compilando; espero por ele";
            andamento.mostrar(espera);
            if (!andamento.terminal() && !avisou) {
                System.err.println("O" + espera.substring(1) + ".");
            }
            avisou = true;
            if (System.nanoTime() - fim > 0) {
                canal.close();
                throw new Desistencia("Outro ./curso (processo %s) compila há %d minutos.".formatted(dono, paciencia.toMinutes()),
                        "Se ele travou, encerre-o (taskkill /pid %s) e rode de novo.".formatted(dono));
            }
            TimeUnit.SECONDS.sleep(1);
        }
        andamento.mostrar("");
        canal.truncate(0).write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return new Trava(canal);
    }

    private static FileChannel abrir(Oficina oficina, Path arquivo) {
        try {
            Files.createDirectories(oficina.pasta());
            return FileChannel.open(arquivo, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new Desistencia("Não consigo gravar em " + oficina.pasta() + ".",
                    "A compilação do curso fica ali. Dê permissão de escrita à pasta do curso, ou copie-a para uma pasta sua.");
        }
    }

    @Override
    public void close() throws IOException {
        canal.close();
    }
}
