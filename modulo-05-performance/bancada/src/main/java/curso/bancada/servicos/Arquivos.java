package curso.bancada.servicos;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Pastas privadas, apagar árvores e traduzir falhas de disco.
final class Arquivos {
    /// Um PostgreSQL novo ocupa 40 MB; o resto é folga para o WAL dos experimentos.
    static final long ESPACO_MINIMO = 300L << 20;

    private Arquivos() {}

    /// Cria a pasta, e as que faltam acima dela, que só o dono pode abrir (0700).
    static Path criarPrivada(Path pasta) throws IOException {
        return Files.createDirectories(pasta, soDoDono(pasta));
    }

    static FileAttribute<?>[] soDoDono(Path pasta) {
        return pasta.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0];
    }

    /// Apaga a árvore inteira; não falha se ela, ou parte dela, já não existe. Não segue atalhos.
    static void apagar(Path raiz) throws IOException {
        if (!Files.exists(raiz, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(raiz, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path arquivo, BasicFileAttributes atributos) throws IOException {
                Files.deleteIfExists(arquivo);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path arquivo, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path pasta, IOException e) throws IOException {
                Files.deleteIfExists(pasta);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// Recusa uma pasta em cujo disco não cabe um serviço.
    static void exigirEspaco(Path pasta, long minimo) throws IOException {
        long livres = Files.getFileStore(pasta).getUsableSpace();
        if (livres < minimo) {
            throw new FalhaDeServico("Restam %d MB no disco de %s".formatted(livres >> 20, pasta),
                    "um serviço embutido precisa de %d MB livres para os dados".formatted(minimo >> 20),
                    "libere espaço, ou aponte CURSO_CACHE para uma pasta em outro disco");
        }
    }

    static FalhaDeServico falhaDeDisco(String acao, Path pasta, IOException e) {
        return new FalhaDeServico("Não foi possível %s em %s: %s".formatted(acao, pasta, e),
                "a pasta precisa permitir escrita e execução, e o disco precisa de %d MB livres".formatted(ESPACO_MINIMO >> 20),
                "libere espaço, corrija as permissões, ou aponte CURSO_CACHE para outra pasta", e);
    }
}
