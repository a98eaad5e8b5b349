package exemplos.aula03_pool;

import java.sql.SQLException;

/// Lê o nome de um produto.
interface Busca {

    /// Devolve o nome; falha com `SQLException` se não há produto com este número.
    String nome(long id) throws SQLException;
}
