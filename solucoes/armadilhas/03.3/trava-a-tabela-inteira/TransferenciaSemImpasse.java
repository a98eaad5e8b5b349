package exercicios.aula03_pool;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/// ARMADILHA: cada transferência trava a tabela toda.
public final class TransferenciaSemImpasse {

    /// O que aconteceu com um pedido de transferência.
    public sealed interface Resposta {}

    /// O dinheiro mudou de conta e está registrado.
    public record Feita() implements Resposta {}

    /// A conta de origem não tinha saldo; nada mudou.
    public record SaldoInsuficiente() implements Resposta {}

    private final HikariDataSource pool;

    public TransferenciaSemImpasse(HikariDataSource pool) {
        this.pool = pool;
    }

    /// Tira `centavos` de uma conta e põe na outra.
    public Resposta transferir(long de, long para, long centavos) throws SQLException {
        try (var conexao = pool.getConnection()) {
            conexao.setAutoCommit(false);
            try {
                var resposta = mover(conexao, de, para, centavos);
                conexao.commit();
                return resposta;
            } catch (SQLException | RuntimeException e) {
                conexao.rollback();
                throw e;
            }
        }
    }

    private static Resposta mover(Connection conexao, long de, long para, long centavos) throws SQLException {
        try (var trava = conexao.createStatement()) {
            trava.execute("LOCK TABLE contas IN EXCLUSIVE MODE");
        }
        if (!debitar(conexao, de, centavos)) {
            return new SaldoInsuficiente();
        }
        creditar(conexao, para, centavos);
        registrar(conexao, de, para, centavos);
        return new Feita();
    }

    private static boolean debitar(Connection conexao, long de, long centavos) throws SQLException {
        try (var comando = conexao.prepareStatement("UPDATE contas SET saldo = saldo - ? WHERE id = ? AND saldo >= ?")) {
            comando.setLong(1, centavos);
            comando.setLong(2, de);
            comando.setLong(3, centavos);
            return comando.executeUpdate() == 1;
        }
    }

    private static void creditar(Connection conexao, long para, long centavos) throws SQLException {
        try (var comando = conexao.prepareStatement("UPDATE contas SET saldo = saldo + ? WHERE id = ?")) {
            comando.setLong(1, centavos);
            comando.setLong(2, para);
            comando.executeUpdate();
        }
    }

    private static void registrar(Connection conexao, long de, long para, long centavos) throws SQLException {
        try (var comando = conexao.prepareStatement("INSERT INTO transferencias (de, para, centavos) VALUES (?, ?, ?)")) {
            comando.setLong(1, de);
            comando.setLong(2, para);
            comando.setLong(3, centavos);
            comando.executeUpdate();
        }
    }
}
