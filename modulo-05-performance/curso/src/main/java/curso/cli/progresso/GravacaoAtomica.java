package curso.cli.progresso;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Troca o conteúdo de um arquivo de uma vez: quem lê vê o antigo ou o novo, mesmo que a luz acabe no meio.
public final class GravacaoAtomica {

    private GravacaoAtomica() {
    }

    /// Grava num arquivo ao lado, força para o disco e renomeia por cima.
    public static void gravar(Path destino, byte[] conteudo) throws IOException {
        var provisorio = Files.createTempFile(destino.getParent(), "." + destino.getFileName(), ".novo");
        try {
            try (var canal = FileChannel.open(provisorio, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(conteudo);
                while (bytes.hasRemaining()) {
                    canal.write(bytes);
                }
                canal.force(true);
            }
            Files.move(provisorio, destino, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(provisorio);
        }
    }

    /// Diz em português por que o disco recusou.
    public static String motivo(IOException e) {
        var texto = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : String.valueOf(e.getMessage());
        if (e instanceof AccessDeniedException || texto.contains("Permission denied")) {
            return "sem permissão de escrita";
        }
        if (texto.contains("No space left") || texto.contains("Disk quota")) {
            return "o disco está cheio";
        }
        if (texto.contains("Read-only") || e.getCause() instanceof ReadOnlyFileSystemException) {
            return "o disco só permite leitura";
        }
        return texto.contains("Not a directory") || e instanceof FileAlreadyExistsException
                ? "há um arquivo onde devia haver uma pasta" : texto;
    }
}
