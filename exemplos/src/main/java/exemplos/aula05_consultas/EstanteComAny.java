package exemplos.aula05_consultas;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Certo, duas idas e voltas: uma consulta por tabela, cada uma com a lista inteira num só parâmetro.
final class EstanteComAny implements Estante {
    // @start region=any
    private static final String AUTORES = """
            SELECT id, nome, biografia
              FROM autores
             WHERE id = ANY (?)
             ORDER BY id
            """;
    private static final String LIVROS = """
            SELECT autor_id, titulo
              FROM livros
             WHERE autor_id = ANY (?)
             ORDER BY autor_id, id
            """;

    @Override
    public List<Autor> ler(Connection conexao, List<Long> ids) throws SQLException {
        Array lista = conexao.createArrayOf("bigint", ids.toArray());
        Map<Long, Autor> autores = new LinkedHashMap<>();
        try (var consulta = conexao.prepareStatement(AUTORES)) {
            consulta.setArray(1, lista);
            try (var linhas = consulta.executeQuery()) {
                while (linhas.next()) {
                    long id = linhas.getLong("id");
                    autores.put(id, new Autor(id, linhas.getString("nome"),
                            linhas.getString("biografia"), new ArrayList<>()));
                }
            }
        }
        try (var consulta = conexao.prepareStatement(LIVROS)) {
            consulta.setArray(1, lista);
            try (var linhas = consulta.executeQuery()) {
                while (linhas.next()) {
                    var autor = autores.get(linhas.getLong("autor_id"));
                    autor.titulos().add(linhas.getString("titulo"));
                }
            }
        }
        return List.copyOf(autores.values());
    }
    // @end region=any
}
