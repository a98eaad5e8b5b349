package exemplos.aula05_consultas;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Errado: uma consulta para os autores e mais uma por autor, para os livros dele.
final class EstanteComNMaisUm implements Estante {
    private static final String AUTORES = """
            SELECT id, nome, biografia
              FROM autores
             WHERE id = ANY (?)
             ORDER BY id
            """;
    private static final String LIVROS = """
            SELECT titulo
              FROM livros
             WHERE autor_id = ?
             ORDER BY id
            """;

    // @start region=n-mais-um
    @Override
    public List<Autor> ler(Connection conexao, List<Long> ids) throws SQLException {
        List<Autor> autores = new ArrayList<>();
        try (var consulta = conexao.prepareStatement(AUTORES)) {
            consulta.setArray(1, conexao.createArrayOf("bigint", ids.toArray()));
            try (var linhas = consulta.executeQuery()) {
                while (linhas.next()) {
                    long id = linhas.getLong("id");
                    autores.add(new Autor(id, linhas.getString("nome"),
                            linhas.getString("biografia"),
                            titulos(conexao, id)));  // uma ida e volta por autor
                }
            }
        }
        return autores;
    }

    private List<String> titulos(Connection conexao, long autor) throws SQLException {
        List<String> titulos = new ArrayList<>();
        try (var consulta = conexao.prepareStatement(LIVROS)) {
            consulta.setLong(1, autor);
            try (var linhas = consulta.executeQuery()) {
                while (linhas.next()) {
                    titulos.add(linhas.getString("titulo"));
                }
            }
        }
        return titulos;
    }
    // @end region=n-mais-um
}
