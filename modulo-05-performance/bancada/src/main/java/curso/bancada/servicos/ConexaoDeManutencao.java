package curso.bancada.servicos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A conexão com que se criam, renomeiam e apagam bancos: uma só, aberta no primeiro uso e reaberta quando cai.
///
/// Cada conexão nova custa ao PostgreSQL um processo, e cada teste com banco precisaria de duas.
final class ConexaoDeManutencao implements AutoCloseable {
    private static final int PRAZO_EM_SEGUNDOS = 2;

    private final EnderecoDoPostgres endereco;
    private Connection aberta;

    ConexaoDeManutencao(EnderecoDoPostgres endereco) {
        this.endereco = endereco;
    }

    /// Diz se a conexão está aberta e o servidor responde por ela; não abre outra.
    synchronized boolean responde() {
        try {
            return aberta != null && aberta.isValid(PRAZO_EM_SEGUNDOS);
        } catch (SQLException e) {
            return false;
        }
    }

    synchronized void executar(String sql) throws SQLException {
        try (Statement comando = conexao().createStatement()) {
            comando.execute(sql);
        }
    }

    /// A primeira coluna da primeira linha.
    synchronized String consultar(String sql) throws SQLException {
        try (Statement comando = conexao().createStatement(); ResultSet linhas = comando.executeQuery(sql)) {
            linhas.next();
            return linhas.getString(1);
        }
    }

    private Connection conexao() throws SQLException {
        if (!responde()) {
            close();
            aberta = endereco.dataSource().getConnection();
        }
        return aberta;
    }

    @Override
    public synchronized void close() {
        try {
            if (aberta != null) {
                aberta.close();
            }
        } catch (SQLException e) {
            // O servidor já não existe: não há o que devolver.
        } finally {
            aberta = null;
        }
    }
}
