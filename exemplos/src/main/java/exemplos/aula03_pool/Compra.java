package exemplos.aula03_pool;

import java.sql.SQLException;

/// Baixa o estoque de um produto e registra o pedido.
interface Compra {

    /// Compra uma unidade; falha com `SQLException` se o banco ou o pool recusa.
    void comprar(long produto) throws SQLException;
}
