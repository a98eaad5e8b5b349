package rinha.credito.armazenamento;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.BusyHandler;

/// Uma conexão SQLite de uma thread só, com os comandos já preparados.
final class ConexaoSqlite implements AutoCloseable {
    private final Connection conexao;
    private final Map<String, PreparedStatement> comandos = new HashMap<>();

    private ConexaoSqlite(Connection conexao) {
        this.conexao = conexao;
    }

    /// `synchronous=FULL`: no modo WAL, o COMMIT só volta depois do fsync do WAL. Com NORMAL, o mais rápido e usual,
    /// uma queda de energia perderia as últimas transações já respondidas.
    static ConexaoSqlite abrir(OpcoesSqlite opcoes) throws SQLException {
        var conexao = DriverManager.getConnection("jdbc:sqlite:" + opcoes.arquivo());
        try {
            esperarAVez(conexao, opcoes.prazo().toMillis());
            try (var comando = conexao.createStatement()) {
                comando.execute("PRAGMA journal_mode=WAL");
                comando.execute("PRAGMA synchronous=FULL");
                comando.execute("PRAGMA cache_size=-8000");
                comando.execute("PRAGMA temp_store=MEMORY");
                comando.execute("PRAGMA mmap_size=67108864");
                comando.execute("PRAGMA journal_size_limit=67108864");
            }
            return new ConexaoSqlite(conexao);
        } catch (SQLException | RuntimeException e) {
            conexao.close();
            throw e;
        }
    }

    /// O `busy_timeout` do SQLite dorme até 100 ms entre tentativas; um lote de outra instância dura menos de 1 ms.
    private static void esperarAVez(Connection conexao, long prazoMs) throws SQLException {
        BusyHandler.setHandler(conexao, new BusyHandler() {
            private long desde;

            @Override
            protected int callback(int tentativas) {
                if (tentativas == 0) {
                    desde = System.nanoTime();
                }
                if ((System.nanoTime() - desde) / 1_000_000 > prazoMs) {
                    return 0;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(50_000, 250_000));
                return 1;
            }
        });
    }

    /// O comando, preparado na primeira vez; quem o recebe não o fecha.
    PreparedStatement preparado(String sql) throws SQLException {
        var comando = comandos.get(sql);
        if (comando == null) {
            comando = conexao.prepareStatement(sql);
            comandos.put(sql, comando);
        }
        return comando;
    }

    void executar(String sql) throws SQLException {
        try (var comando = conexao.createStatement()) {
            comando.executeUpdate(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var comando : comandos.values()) {
            comando.close();
        }
        conexao.close();
    }
}
