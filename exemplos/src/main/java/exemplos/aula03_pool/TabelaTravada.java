package exemplos.aula03_pool;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Para toda consulta a uma tabela, como uma migração descuidada faz: com a trava exclusiva dela.
final class TabelaTravada implements AutoCloseable {

    private final Connection conexao;
    private final String tabela;

    TabelaTravada(DataSource semPool, String tabela) throws SQLException {
        this.conexao = semPool.getConnection();
        this.tabela = tabela;
        conexao.setAutoCommit(false);
    }

    void parar() throws SQLException {
        try (var comando = conexao.createStatement()) {
            comando.execute("lock table " + comando.enquoteIdentifier(tabela, false) + " in access exclusive mode");
        }
    }

    void voltar() throws SQLException {
        conexao.rollback();
    }

    @Override
    public void close() throws SQLException {
        conexao.close();
    }
}
