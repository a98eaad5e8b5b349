package exemplos.aula05_consultas;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Errado: lotes com o autocommit ligado; o que já foi confirmado fica, mesmo que o resto falhe.
final class CargaEmLoteSemTransacao implements Carregador {
    // @start region=lote-sem-transacao
    @Override
    public void carregar(Connection conexao, List<Evento> eventos) throws SQLException {
        try (var comando = conexao.prepareStatement(INSERIR)) {
            for (var evento : eventos) {
                Carregador.ligar(comando, evento);
                comando.addBatch();
            }
            comando.executeBatch();  // um lote só, e ainda assim não é «tudo ou nada»
        }
    }
    // @end region=lote-sem-transacao
}
