package exemplos.aula03_pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import curso.bancada.instrumentos.PontoDeEncontro;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// Um pool em que as primeiras requisições, cada uma com uma conexão na mão, esperam umas pelas outras.
final class PoolComEncontro extends HikariDataSource {

    private final AtomicInteger faltam = new AtomicInteger();
    private volatile PontoDeEncontro encontro;

    PoolComEncontro(HikariConfig config) {
        super(config);
    }

    void reunir(int quantas, PontoDeEncontro onde) {
        encontro = onde;
        faltam.set(quantas);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var conexao = super.getConnection();
        if (faltam.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            encontro.esperar();
        }
        return conexao;
    }
}
