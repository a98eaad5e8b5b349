package exemplos.aula03_pool;

import java.sql.SQLException;
import javax.sql.DataSource;

/// ERRADA: segura uma conexão enquanto pede outra ao mesmo pool, e o pedido fica fora da transação.
final class CompraComDuasConexoes implements Compra {

    private final DataSource pool;

    CompraComDuasConexoes(DataSource pool) {
        this.pool = pool;
    }

    // @start region=errado
    @Override
    public void comprar(long produto) throws SQLException {
        try (var conexao = pool.getConnection();
             var baixa = conexao.prepareStatement("update produto set estoque = estoque - 1 where id = ?")) {
            baixa.setLong(1, produto);
            baixa.executeUpdate();
            registrar(produto); // com a primeira conexão ainda na mão
        }
    }

    private void registrar(long produto) throws SQLException {
        try (var conexao = pool.getConnection(); // a segunda
             var pedido = conexao.prepareStatement("insert into pedido (produto, quantidade) values (?, 1)")) {
            pedido.setLong(1, produto);
            pedido.executeUpdate();
        }
    }
    // @end region=errado
}
