package exemplos.aula05_consultas;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Lê autores com os seus livros: a mesma resposta, por caminhos que custam diferente.
interface Estante {

    /// Devolve os autores com estes ids, em ordem de id; quem não tem livros vem com a lista vazia.
    List<Autor> ler(Connection conexao, List<Long> ids) throws SQLException;
}
