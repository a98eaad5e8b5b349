package rinha.credito.armazenamento;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.servicos.Servicos;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

@DisplayName("Um COMMIT respondido está no disco")
final class DurabilidadeTest {
    @Test
    @DisplayName("No PostgreSQL, synchronous_commit fica ligado ainda que o banco o desligue por padrão")
    void ligaSynchronousCommit_quandoBancoODesliga() {
        try (var servicos = Servicos.paraTestes(); var banco = servicos.postgres().novoBanco()) {
            banco.executar("alter database " + banco.nome() + " set synchronous_commit = off");
            assertThat(banco.numero("select count(*) from pg_settings where name = 'synchronous_commit' and setting = 'off'")).isOne();
            var opcoes = new OpcoesPostgres(banco.url(), banco.usuario(), banco.senha(), 1, Duration.ofSeconds(2), Duration.ofSeconds(2), null);
            try (var conexoes = ConexoesPostgres.abrir(opcoes)) {
                assertThat(conexoes.<String>ler(conexao -> {
                    try (var comando = conexao.createStatement(); var linha = comando.executeQuery("show synchronous_commit")) {
                        linha.next();
                        return linha.getString(1);
                    }
                })).isEqualTo("on");
            }
        }
    }

    @Test
    @DisplayName("O prazo da rede e o preparo dos comandos chegam ao driver, e não só à configuração do pool")
    void chegamAoDriver_quandoPoolAbreConexao() {
        try (var servicos = Servicos.paraTestes(); var banco = servicos.postgres().novoBanco();
                var conexoes = ConexoesPostgres.abrir(new OpcoesPostgres(banco.url(), banco.usuario(), banco.senha(), 1, Duration.ofSeconds(2), Duration.ofSeconds(2), null))) {
            assertThat(conexoes.<Integer>ler(Connection::getNetworkTimeout)).isEqualTo(3_000);
            assertThat(conexoes.<Integer>ler(conexao -> conexao.unwrap(PGConnection.class).getPrepareThreshold())).isOne();
        }
    }

    @Test
    @DisplayName("No SQLite, toda conexão usa WAL com synchronous=FULL")
    void usaFull_quandoAbreConexao(@TempDir Path pasta) throws SQLException {
        int full = 2;
        try (var conexao = ConexaoSqlite.abrir(new OpcoesSqlite(pasta.resolve("c.db"), 1, Duration.ofSeconds(1)))) {
            assertThat(texto(conexao, "PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(texto(conexao, "PRAGMA synchronous")).isEqualTo(Integer.toString(full));
        }
    }

    private static String texto(ConexaoSqlite conexao, String sql) throws SQLException {
        try (var linha = conexao.preparado(sql).executeQuery()) {
            linha.next();
            return linha.getString(1);
        }
    }
}
