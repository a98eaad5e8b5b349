package exemplos.aula05_consultas;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Duas idas e voltas, como [EstanteComAny], mas um `?` por id: cada tamanho de lista é outro SQL, e a lista vazia nem é SQL.
final class EstanteComIn implements Estante {
    private static final String AUTORES = """
            SELECT id, nome, biografia
              FROM autores
             WHERE id IN (%s)
             ORDER BY id
            """;
    private static final String LIVROS = """
            SELECT autor_id, titulo
              FROM livros
             WHERE autor_id IN (%s)
             ORDER BY autor_id, id
            """;

    @Override
    public List<Autor> ler(Connection conexao, List<Long> ids) throws SQLException {
        Map<Long, Autor> autores = new LinkedHashMap<>();
        try (var consulta = preparar(conexao, AUTORES, ids); var linhas = consulta.executeQuery()) {
            while (linhas.next()) {
                long id = linhas.getLong("id");
                autores.put(id, new Autor(id, linhas.getString("nome"), linhas.getString("biografia"), new ArrayList<>()));
            }
        }
        try (var consulta = preparar(conexao, LIVROS, ids); var linhas = consulta.executeQuery()) {
            while (linhas.next()) {
                autores.get(linhas.getLong("autor_id")).titulos().add(linhas.getString("titulo"));
            }
        }
        return List.copyOf(autores.values());
    }

    // @start region=in
    /// Um parâmetro por id: o texto do SQL muda com o tamanho da lista.
    private static PreparedStatement preparar(Connection conexao, String sql, List<Long> ids)
            throws SQLException {
        var marcas = String.join(", ", Collections.nCopies(ids.size(), "?"));
        var consulta = conexao.prepareStatement(sql.formatted(marcas));
        for (int i = 0; i < ids.size(); i++) {
            consulta.setLong(i + 1, ids.get(i));
        }
        return consulta;
    }
    // @end region=in
}
