package exemplos.aula05_consultas;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Errado: cada linha é uma ida e volta e uma transação, com a sua confirmação em disco.
final class CargaComAutocommit implements Carregador {
    // @start region=autocommit
    @Override
    public void carregar(Connection conexao, List<Evento> eventos) throws SQLException {
        try (var comando = conexao.prepareStatement(INSERIR)) {
            for (var evento : eventos) {
                Carregador.ligar(comando, evento);
                comando.executeUpdate();
            }
        }
    }
    // @end region=autocommit
}
