package exemplos.aula05_consultas;

import java.sql.Connection;
import java.sql.SQLException;

/// Executa um trecho numa transação: confirma no fim ou desfaz na falha, e religa o autocommit.
final class Transacao {
    /// Um trecho que fala com o banco.
    @FunctionalInterface
    interface Trecho {
        void executar() throws SQLException;
    }

    private Transacao() {}

    // @start region=transacao
    static void em(Connection conexao, Trecho trecho) throws SQLException {
        conexao.setAutoCommit(false);
        try {
            trecho.executar();
            conexao.commit();
        } catch (SQLException | RuntimeException e) {
            desfazer(conexao, e);
            throw e;
        }
        conexao.setAutoCommit(true);
    }

    /// Um segundo erro, ao desfazer, não pode esconder o primeiro.
    private static void desfazer(Connection conexao, Exception motivo) {
        try {
            conexao.rollback();
            conexao.setAutoCommit(true);
        } catch (SQLException e) {
            motivo.addSuppressed(e);
        }
    }
    // @end region=transacao
}
