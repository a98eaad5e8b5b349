package curso.cli.progresso;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.ReadOnlyFileSystemException;

/// O que o disco recusou, dito ao aluno.
public final class FalhaDeDisco {

    private FalhaDeDisco() {
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
