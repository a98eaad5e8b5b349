package exemplos.aula03_pool;

import java.sql.SQLException;
import javax.sql.DataSource;

/// ERRADA: só devolve a conexão quando tudo dá certo.
final class BuscaQueVaza implements Busca {

    private static final String SQL = "select nome from produto where id = ?";

    private final DataSource pool;

    BuscaQueVaza(DataSource pool) {
        this.pool = pool;
    }

    // @start region=errado
    @Override
    public String nome(long id) throws SQLException {
        var conexao = pool.getConnection();
        var comando = conexao.prepareStatement(SQL);
        comando.setLong(1, id);
        var linhas = comando.executeQuery();
        linhas.next();
        var nome = linhas.getString(1); // sem produto, lança aqui...
        conexao.close();                // ...e esta linha nunca roda
        return nome;
    }
    // @end region=errado
}
