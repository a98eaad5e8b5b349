package exemplos.aula05_consultas;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// Insere eventos por um caminho; deixa a conexão com o autocommit ligado.
interface Carregador {
    String INSERIR = """
            INSERT INTO eventos (id, origem, texto, valor)
            VALUES (?, ?, ?, ?)
            """;

    void carregar(Connection conexao, List<Evento> eventos) throws SQLException, IOException;

    static void ligar(PreparedStatement comando, Evento evento) throws SQLException {
        comando.setLong(1, evento.id());
        comando.setString(2, evento.origem());
        comando.setString(3, evento.texto());
        comando.setLong(4, evento.valor());
    }
}
