package exemplos.aula03_pool;

import curso.bancada.servicos.Banco;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import org.postgresql.ds.PGSimpleDataSource;

/// Abre uma conexão nova a cada pedido e conta quantas abriu.
final class FonteContada extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;

    private final LongAdder abertas = new LongAdder();

    FonteContada(Banco banco, String url) {
        setUrl(url);
        setUser(banco.usuario());
        setPassword(banco.senha());
    }

    @Override
    public Connection getConnection() throws SQLException {
        var conexao = super.getConnection();
        abertas.increment();
        return conexao;
    }

    /// O HikariCP manda desistir de abrir no tempo do seu `connectionTimeout`, com mínimo de 1 s. Aqui, 30 s: numa máquina
    /// ocupada abrir demora mais, e o experimento é sobre esperar por conexão, não sobre abrir.
    @Override
    public void setLoginTimeout(int segundos) {
        super.setLoginTimeout(Math.max(30, segundos));
    }

    long abertas() {
        return abertas.sum();
    }
}
