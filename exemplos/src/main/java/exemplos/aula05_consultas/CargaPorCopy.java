package exemplos.aula05_consultas;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/// Certo, e do PostgreSQL: `COPY` recebe as linhas num fluxo só, sem um comando por linha.
final class CargaPorCopy implements Carregador {
    // @start region=copy
    private static final String COPIAR = """
            COPY eventos (id, origem, texto, valor) FROM STDIN (FORMAT csv)
            """;

    @Override
    public void carregar(Connection conexao, List<Evento> eventos)
            throws SQLException, IOException {
        var csv = new StringBuilder();
        for (var e : eventos) {
            csv.append(e.id()).append(',')
                    .append(entreAspas(e.origem())).append(',')
                    .append(entreAspas(e.texto())).append(',')
                    .append(e.valor()).append('\n');
        }
        var copia = conexao.unwrap(PGConnection.class).getCopyAPI();
        copia.copyIn(COPIAR, new StringReader(csv.toString()));
    }

    /// No CSV, a aspa se escreve duas vezes; assim o texto não muda e `""` não vira nulo.
    private static String entreAspas(String texto) {
        return '"' + texto.replace("\"", "\"\"") + '"';
    }
    // @end region=copy
}
