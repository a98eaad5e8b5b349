package exemplos.aula05_consultas;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Meio certo: uma transação só, mas ainda uma ida e volta por linha.
final class CargaUmaAUma implements Carregador {
    @Override
    public void carregar(Connection conexao, List<Evento> eventos) throws SQLException {
        Transacao.em(conexao, () -> {
            try (var comando = conexao.prepareStatement(INSERIR)) {
                for (var evento : eventos) {
                    Carregador.ligar(comando, evento);
                    comando.executeUpdate();
                }
            }
        });
    }
}
