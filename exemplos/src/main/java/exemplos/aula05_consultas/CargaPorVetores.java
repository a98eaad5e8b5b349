package exemplos.aula05_consultas;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/// Certo: um vetor por coluna, um comando só; não depende do driver nem do tamanho da lista.
final class CargaPorVetores implements Carregador {
    // @start region=unnest
    private static final String INSERIR_VETORES = """
            INSERT INTO eventos (id, origem, texto, valor)
            SELECT * FROM unnest(?, ?, ?, ?)
            """;

    @Override
    public void carregar(Connection conexao, List<Evento> eventos) throws SQLException {
        try (var comando = conexao.prepareStatement(INSERIR_VETORES)) {
            comando.setArray(1, vetor(conexao, "bigint", eventos, Evento::id));
            comando.setArray(2, vetor(conexao, "text", eventos, Evento::origem));
            comando.setArray(3, vetor(conexao, "text", eventos, Evento::texto));
            comando.setArray(4, vetor(conexao, "bigint", eventos, Evento::valor));
            comando.executeUpdate();
        }
    }

    private static Array vetor(Connection conexao, String tipo, List<Evento> eventos,
            Function<Evento, Object> campo) throws SQLException {
        return conexao.createArrayOf(tipo, eventos.stream().map(campo).toArray());
    }
    // @end region=unnest
}
