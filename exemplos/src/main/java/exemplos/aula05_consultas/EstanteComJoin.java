package exemplos.aula05_consultas;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Certo, uma ida e volta: o banco junta; a aplicação agrupa. Os dados do autor vêm repetidos em cada livro.
final class EstanteComJoin implements Estante {
    // @start region=join
    private static final String AUTORES_E_LIVROS = """
            SELECT a.id, a.nome, a.biografia, l.titulo
              FROM autores a
              LEFT JOIN livros l ON l.autor_id = a.id
             WHERE a.id = ANY (?)
             ORDER BY a.id, l.id
            """;

    @Override
    public List<Autor> ler(Connection conexao, List<Long> ids) throws SQLException {
        Map<Long, Autor> autores = new LinkedHashMap<>();
        try (var consulta = conexao.prepareStatement(AUTORES_E_LIVROS)) {
            consulta.setArray(1, conexao.createArrayOf("bigint", ids.toArray()));
            try (var linhas = consulta.executeQuery()) {
                while (linhas.next()) {
                    long id = linhas.getLong("id");
                    if (!autores.containsKey(id)) {
                        autores.put(id, new Autor(id, linhas.getString("nome"),
                                linhas.getString("biografia"), new ArrayList<>()));
                    }
                    var titulo = linhas.getString("titulo");
                    if (titulo != null) {  // o LEFT JOIN traz nulo para quem não tem livros
                        autores.get(id).titulos().add(titulo);
                    }
                }
            }
        }
        return List.copyOf(autores.values());
    }
    // @end region=join
}
