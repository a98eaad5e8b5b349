package rinha.credito.armazenamento;

import java.sql.Connection;
import java.sql.SQLException;

/// Tudo ou nada para mais de um comando numa conexão JDBC.
final class NumaTransacao {
    interface Corpo {
        void executar(Connection conexao) throws SQLException;
    }

    private NumaTransacao() {}

    static void executar(Connection conexao, Corpo corpo) throws SQLException {
        conexao.setAutoCommit(false);
        try {
            corpo.executar(conexao);
            conexao.commit();
        } catch (SQLException | RuntimeException e) {
            desfazer(conexao, e);
            throw e;
        } finally {
            conexao.setAutoCommit(true);
        }
    }

    /// A causa é o erro que importa: o do rollback, quase sempre consequência dela, vai junto.
    private static void desfazer(Connection conexao, Exception causa) {
        try {
            conexao.rollback();
        } catch (SQLException e) {
            causa.addSuppressed(e);
        }
    }
}
