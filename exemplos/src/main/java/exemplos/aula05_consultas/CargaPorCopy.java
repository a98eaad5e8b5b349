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
    @Override
    public void carregar(Connection conexao, List<Evento> eventos) throws SQLException, IOException {
        var csv = new StringBuilder();
        for (var evento : eventos) {
            csv.append(evento.id()).append(',').append(entreAspas(evento.origem())).append(',')
                    .append(entreAspas(evento.texto())).append(',').append(evento.valor()).append('\n');
        }
        conexao.unwrap(PGConnection.class).getCopyAPI()
                .copyIn("COPY eventos (id, origem, texto, valor) FROM STDIN (FORMAT csv)", new StringReader(csv.toString()));
    }

    /// No CSV, a aspa se escreve duas vezes; assim o texto não muda e `""` não vira nulo.
    private static String entreAspas(String texto) {
        return '"' + texto.replace("\"", "\"\"") + '"';
    }
    // @end region=copy
}
