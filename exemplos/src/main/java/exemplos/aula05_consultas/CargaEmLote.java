package exemplos.aula05_consultas;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Certo: muitas linhas por ida e volta, uma transação.
final class CargaEmLote implements Carregador {
    // @start region=lote
    private static final int TAMANHO_DO_LOTE = 500;

    @Override
    public void carregar(Connection conexao, List<Evento> eventos) throws SQLException {
        Transacao.em(conexao, () -> {
            try (var comando = conexao.prepareStatement(INSERIR)) {
                int pendentes = 0;
                for (var evento : eventos) {
                    Carregador.ligar(comando, evento);
                    comando.addBatch();
                    if (++pendentes == TAMANHO_DO_LOTE) {
                        comando.executeBatch();
                        pendentes = 0;
                    }
                }
                if (pendentes > 0) {
                    comando.executeBatch();
                }
            }
        });
    }
    // @end region=lote
}
