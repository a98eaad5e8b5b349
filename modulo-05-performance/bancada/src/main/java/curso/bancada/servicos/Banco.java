package curso.bancada.servicos;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// Um banco vazio e isolado; `close()` fecha os pools que saíram dele e o apaga, com quem ainda estiver conectado.
public final class Banco implements AutoCloseable {
    private final String nome;
    private final String host;
    private final int porta;
    private final String usuario;
    private final String senha;
    private final Runnable apagar;
    private final List<HikariDataSource> pools = new ArrayList<>();
    private boolean fechado;

    Banco(String nome, String host, int porta, String usuario, String senha, Runnable apagar) {
        this.nome = nome;
        this.host = host;
        this.porta = porta;
        this.usuario = usuario;
        this.senha = senha;
        this.apagar = apagar;
    }

    public String nome() {
        return nome;
    }

    /// O endereço JDBC, sem usuário nem senha.
    public String url() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, porta, nome);
    }

    public String usuario() {
        return usuario;
    }

    public String senha() {
        return senha;
    }

    public String host() {
        return host;
    }

    public int porta() {
        return porta;
    }

    /// Um `DataSource` sem pool: cada `getConnection()` abre uma conexão nova.
    public DataSource dataSource() {
        var fonte = new PGSimpleDataSource();
        fonte.setUrl(url());
        fonte.setUser(usuario);
        fonte.setPassword(senha);
        return fonte;
    }

    /// Um pool de tamanho fixo, fechado junto com o banco.
    public synchronized HikariDataSource pool(int tamanho) {
        var config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername(usuario);
        config.setPassword(senha);
        config.setMaximumPoolSize(tamanho);
        config.setPoolName(nome);
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
        apagar.run();
    }

    private FalhaDeServico falha(String acao, String sql, SQLException e) {
        return new FalhaDeServico("Não foi possível %s no banco %s (host=%s, porta=%d): %s".formatted(acao, nome, host, porta, e.getMessage()),
                "o comando precisa ser SQL válido e o servidor precisa estar vivo", "confira o comando: " + sql.strip(), e);
    }
}
