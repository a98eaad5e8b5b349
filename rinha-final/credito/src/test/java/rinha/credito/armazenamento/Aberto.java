package rinha.credito.armazenamento;

import curso.bancada.servicos.Servicos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;

/// Um armazenamento de verdade, migrado e vazio, e uma porta dos fundos SQL para o teste armar o que precisa.
public enum Aberto {
    POSTGRES {
        @Override
        public Recurso abrir() {
            var banco = Servico.SERVICOS.postgres().novoBanco();
            var opcoes = new OpcoesPostgres(banco.url(), banco.usuario(), banco.senha(), 3, Duration.ofSeconds(2), Duration.ofSeconds(10), null);
            return migrado(ArmazenamentoPostgres.abrir(opcoes, new Random()), () -> DriverManager.getConnection(banco.url(), banco.usuario(), banco.senha()), banco::close);
        }

        @Override
        public String travar() {
            return "BEGIN; SELECT * FROM clientes FOR UPDATE";
        }

        @Override
        public String recusar(String descricao) {
            return "ALTER TABLE transacoes ADD CONSTRAINT recusada CHECK (descricao <> '" + descricao + "')";
        }
    },
    SQLITE {
        @Override
        public Recurso abrir() {
            try {
                Path arquivo = Files.createTempDirectory("credito-teste").resolve("credito.db");
                var sqlite = ArmazenamentoSqlite.abrir(new OpcoesSqlite(arquivo, 1, Duration.ofSeconds(10)), Clock.systemUTC());
                return migrado(sqlite, () -> DriverManager.getConnection("jdbc:sqlite:" + arquivo + "?busy_timeout=5000"), () -> apagar(arquivo.getParent()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String travar() {
            return "BEGIN IMMEDIATE";
        }

        @Override
        public String recusar(String descricao) {
            return "CREATE TRIGGER recusada BEFORE INSERT ON transacoes WHEN NEW.descricao = '" + descricao + "' BEGIN SELECT RAISE(ABORT, 'recusada'); END";
        }
    };

    public abstract Recurso abrir();

    /// Faz toda escrita esperar até o `ROLLBACK` da conexão que o executou.
    public abstract String travar();

    /// Faz o banco recusar uma descrição.
    public abstract String recusar(String descricao);

    public interface PortaDosFundos {
        Connection conectar() throws SQLException;
    }

    public record Recurso(Armazenamento armazenamento, PortaDosFundos fundos, Runnable apagar) implements AutoCloseable {
        @Override
        public void close() {
            armazenamento.close();
            apagar.run();
        }
    }

    private static final class Servico {
        static final Servicos SERVICOS = Servicos.paraTestes();
    }

    private static Recurso migrado(Armazenamento armazenamento, PortaDosFundos fundos, Runnable apagar) {
        armazenamento.migrar();
        return new Recurso(armazenamento, fundos, apagar);
    }

    private static void apagar(Path pasta) {
        try (var arquivos = Files.list(pasta)) {
            for (var arquivo : arquivos.toList()) {
                Files.delete(arquivo);
            }
            Files.delete(pasta);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
