package curso.bancada.servicos;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Um banco vazio e isolado; `close()` fecha os pools que saíram dele, desliga quem ainda estiver conectado e apaga tudo.
public final class Banco implements AutoCloseable {
    private final EnderecoDoPostgres endereco;
    private final Runnable devolver;
    private final List<HikariDataSource> pools = new ArrayList<>();
    private boolean fechado;

    Banco(EnderecoDoPostgres endereco, Runnable devolver) {
        this.endereco = endereco;
        this.devolver = devolver;
    }

    public String nome() {
        return endereco.banco();
    }

    /// O endereço JDBC, sem usuário nem senha.
    public String url() {
        return endereco.jdbc();
    }

    public String usuario() {
        return endereco.usuario();
    }

    public String senha() {
        return endereco.senha();
    }

    public String host() {
        return endereco.host();
    }

    public int porta() {
        return endereco.porta();
    }

    /// Um `DataSource` sem pool: cada `getConnection()` abre uma conexão nova.
    public DataSource dataSource() {
        return endereco.dataSource();
    }

    /// Um pool de tamanho fixo, fechado junto com o banco.
    public synchronized HikariDataSource pool(int tamanho) {
        var config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername(usuario());
        config.setPassword(senha());
        config.setMaximumPoolSize(tamanho);
        config.setPoolName(nome());
        var pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    /// Executa um ou mais comandos separados por `;`.
    public void executar(String sqlComVariosComandos) {
        try (Connection conexao = dataSource().getConnection(); var comando = conexao.createStatement()) {
            comando.execute(sqlComVariosComandos);
        } catch (SQLException e) {
            throw falha("executar", sqlComVariosComandos, e);
        }
    }

    /// O número na primeira coluna da primeira linha.
    public long numero(String sql, Object... parametros) {
        try (Connection conexao = dataSource().getConnection(); var comando = conexao.prepareStatement(sql)) {
            for (int i = 0; i < parametros.length; i++) {
                comando.setObject(i + 1, parametros[i]);
            }
            try (var linhas = comando.executeQuery()) {
                if (!linhas.next()) {
                    throw new FalhaDeServico("A consulta não devolveu linhas: " + sql,
                            "numero() lê a primeira coluna da primeira linha", "use uma consulta que sempre devolve uma linha, como count(*)");
                }
                return linhas.getLong(1);
            }
        } catch (SQLException e) {
            throw falha("consultar", sql, e);
        }
    }

    @Override
    public synchronized void close() {
        if (fechado) {
            return;
        }
        fechado = true;
        pools.forEach(HikariDataSource::close);
        devolver.run();
    }

    private FalhaDeServico falha(String acao, String sql, SQLException e) {
        return new FalhaDeServico("Não foi possível %s no banco (%s): %s".formatted(acao, endereco, e.getMessage()),
                "o comando precisa ser SQL válido e o servidor precisa estar vivo", "confira o comando: " + sql.strip(), e);
    }
}
