package exemplos.aula03_pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import curso.bancada.servicos.Banco;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import javax.sql.DataSource;

/// Abre pools para os experimentos; quem abre fecha.
final class Pools {

    private static final int RECUSAS_TOLERADAS = 40;

    private Pools() {
    }

    static HikariConfig config(Banco banco, int tamanho, Duration espera) {
        return config(new FonteContada(banco, banco.url()), tamanho, espera);
    }

    static HikariConfig config(DataSource fonte, int tamanho, Duration espera) {
        var config = new HikariConfig();
        config.setDataSource(fonte);
        config.setMaximumPoolSize(tamanho);
        config.setConnectionTimeout(espera.toMillis());
        config.setPoolName("loja");
        return config;
    }

    /// Abre um pool com todas as conexões prontas: medir uma conexão que ainda se abre é medir outra coisa.
    static HikariDataSource cheio(HikariConfig config) throws SQLException {
        return encher(new HikariDataSource(config));
    }

    /// Pega e devolve todas as conexões do pool, para que existam; insiste, porque abrir demora mais que uma espera curta.
    static <P extends HikariDataSource> P encher(P pool) throws SQLException {
        var conexoes = new ArrayList<Connection>();
        int recusas = 0;
        try {
            while (conexoes.size() < pool.getMaximumPoolSize()) {
                try {
                    conexoes.add(pool.getConnection());
                } catch (SQLTransientConnectionException e) {
                    if (++recusas == RECUSAS_TOLERADAS) {
                        throw e;
                    }
                }
            }
        } finally {
            for (var conexao : conexoes) {
                conexao.close();
            }
        }
        return pool;
    }
}
