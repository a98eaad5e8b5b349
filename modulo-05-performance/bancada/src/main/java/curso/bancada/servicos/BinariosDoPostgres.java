package curso.bancada.servicos;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.tukaani.xz.XZInputStream;

/// Extrai para o cache o PostgreSQL que veio pelo Maven: só `initdb`, `pg_ctl` e `postgres`.
final class BinariosDoPostgres {
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
        try (InputStream bytes = new XZInputStream(new BufferedInputStream(recurso.abrir(), 1 << 16))) {
            Tar.extrair(bytes, destino);
        }
    }
}
