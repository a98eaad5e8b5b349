package curso.bancada.servicos;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// Extrai para o cache o PostgreSQL que veio pelo Maven: só `initdb`, `pg_ctl` e `postgres`.
final class BinariosDoPostgres {
    private static final int EXECUTAVEL_PELO_DONO = 0100;

    private BinariosDoPostgres() {}

    static Recurso recurso() {
        return Recurso.primeiro("PostgreSQL", Sistema.atual().recursosDoPostgres());
    }

    static PastaPronta em(Cache cache, ContaDoPostgres conta) throws IOException {
        Recurso recurso = recurso();
        return cache.pasta("postgres-" + recurso.impressao(), vazia -> {
            extrair(recurso, vazia);
            conta.entregar(vazia);
        });
    }

    private static void extrair(Recurso recurso, Path destino) throws IOException {
        try (InputStream bytes = new BufferedInputStream(recurso.abrir(), 1 << 16);
                var tar = new TarArchiveInputStream(new XZInputStream(bytes))) {
            for (TarArchiveEntry item = tar.getNextEntry(); item != null; item = tar.getNextEntry()) {
                Path caminho = destino.resolve(item.getName()).normalize();
                if (!caminho.startsWith(destino)) {
                    throw new IOException("o arquivo " + item.getName() + " sairia da pasta");
                }
                gravar(tar, item, caminho, destino);
            }
        }
    }

    private static void gravar(InputStream tar, TarArchiveEntry item, Path caminho, Path destino) throws IOException {
        if (item.isDirectory()) {
            Files.createDirectories(caminho);
            return;
        }
        Files.createDirectories(caminho.getParent());
        if (item.isSymbolicLink()) {
            Files.createSymbolicLink(caminho, Path.of(item.getLinkName()));
        } else if (item.isLink()) {
            Files.createLink(caminho, destino.resolve(item.getLinkName()));
        } else {
            Files.copy(tar, caminho);
            if ((item.getMode() & EXECUTAVEL_PELO_DONO) != 0) {
                tornarExecutavel(caminho);
            }
        }
    }

    static void tornarExecutavel(Path arquivo) throws IOException {
        if (arquivo.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> permissoes = new HashSet<>(Files.getPosixFilePermissions(arquivo));
            permissoes.addAll(Set.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE));
            Files.setPosixFilePermissions(arquivo, permissoes);
        }
    }
}
