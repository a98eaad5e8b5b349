package exemplos.aula03_pool;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// CERTA: uma conexão, uma transação; quem precisa da conexão a recebe, não pede outra.
final class CompraComUmaConexao implements Compra {

    private final DataSource pool;

    CompraComUmaConexao(DataSource pool) {
        this.pool = pool;
    }

    // @start region=certo
    @Override
    public void comprar(long produto) throws SQLException {
        try (var conexao = pool.getConnection()) {
            comprar(conexao, produto);
        }
    }

    static void comprar(Connection conexao, long produto) throws SQLException {
        conexao.setAutoCommit(false);
        baixar(conexao, produto);
        registrar(conexao, produto);
        conexao.commit(); // se algo falha antes, o pool desfaz ao receber a conexão de volta
    }

    private static void baixar(Connection conexao, long produto) throws SQLException {
        try (var baixa = conexao.prepareStatement("update produto set estoque = estoque - 1 where id = ?")) {
            baixa.setLong(1, produto);
            baixa.executeUpdate();
        }
    }

    private static void registrar(Connection conexao, long produto) throws SQLException {
        try (var pedido = conexao.prepareStatement("insert into pedido (produto, quantidade) values (?, 1)")) {
            pedido.setLong(1, produto);
            pedido.executeUpdate();
        }
    }
    // @end region=certo
}
