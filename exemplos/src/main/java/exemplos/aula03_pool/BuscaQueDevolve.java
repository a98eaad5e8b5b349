package exemplos.aula03_pool;

import java.sql.SQLException;
import javax.sql.DataSource;

/// CERTA: o bloco `try` é o dono da conexão e a devolve por qualquer saída.
final class BuscaQueDevolve implements Busca {

    private static final String SQL = "select nome from produto where id = ?";

    private final DataSource pool;

    BuscaQueDevolve(DataSource pool) {
        this.pool = pool;
    }

    // @start region=certo
    @Override
    public String nome(long id) throws SQLException {
        try (var conexao = pool.getConnection();
             var comando = conexao.prepareStatement(SQL)) {
            comando.setLong(1, id);
            try (var linhas = comando.executeQuery()) {
                linhas.next();
                return linhas.getString(1);
            }
        }
    }
    // @end region=certo
}
