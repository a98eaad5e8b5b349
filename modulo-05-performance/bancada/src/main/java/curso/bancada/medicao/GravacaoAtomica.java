package curso.bancada.medicao;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Troca o conteúdo de um arquivo de uma vez: quem lê vê o antigo ou o novo, mesmo que a luz acabe no meio.
///
/// Escreve num arquivo ao lado, força para o disco e renomeia por cima.
public final class GravacaoAtomica {

    /// Escreve o conteúdo no arquivo dado.
    @FunctionalInterface
    public interface Escrita {
        void em(Path arquivo) throws IOException;
    }

    private GravacaoAtomica() {
    }

    /// Troca o conteúdo de `arquivo` por esses bytes.
    public static void gravar(Path arquivo, byte[] conteudo) throws IOException {
        gravar(arquivo, provisorio -> Files.write(provisorio, conteudo));
    }

    static void gravar(Path arquivo, String texto) throws IOException {
        gravar(arquivo, provisorio -> Files.writeString(provisorio, texto));
    }

    /// Troca `arquivo` pelo que `escrita` gravar; se ela falha, o anterior fica como estava e nada sobra ao lado.
    public static void gravar(Path arquivo, Escrita escrita) throws IOException {
        var pasta = arquivo.toAbsolutePath().getParent();
        Files.createDirectories(pasta);
        // Files.createTempFile daria permissão só ao dono, e o arquivo final a herdaria.
        var provisorio = pasta.resolve(".%s.%d-%d.tmp".formatted(arquivo.getFileName(),
                ProcessHandle.current().pid(), Thread.currentThread().threadId()));
        try {
            escrita.em(provisorio);
            try (var canal = FileChannel.open(provisorio, StandardOpenOption.WRITE)) {
                canal.force(true);
            }
            renomear(provisorio, arquivo);
        } finally {
            Files.deleteIfExists(provisorio);
        }
    }

    private static void renomear(Path de, Path para) throws IOException {
        try {
            Files.move(de, para, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(de, para, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
