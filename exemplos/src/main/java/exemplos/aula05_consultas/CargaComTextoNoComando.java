package exemplos.aula05_consultas;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// Errado: o texto de quem envia os dados vira pedaço do comando.
final class CargaComTextoNoComando implements Carregador {
    // @start region=texto-no-comando
    @Override
    public void carregar(Connection conexao, List<Evento> eventos) throws SQLException {
        var valores = eventos.stream()
                .map(e -> "(" + e.id() + ", '" + e.origem()
                        + "', '" + e.texto() + "', " + e.valor() + ")")
                .collect(Collectors.joining(", "));
        try (var comando = conexao.createStatement()) {
            comando.executeUpdate(
                    "INSERT INTO eventos (id, origem, texto, valor) VALUES " + valores);
        }
    }
    // @end region=texto-no-comando
}
