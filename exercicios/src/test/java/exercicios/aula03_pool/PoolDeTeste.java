package exercicios.aula03_pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import curso.bancada.correcao.FalhaDaMaquina;
import curso.bancada.correcao.PrazoElastico;
import curso.bancada.servicos.Banco;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;

/// Pools pequenos e a leitura do estado deles.
final class PoolDeTeste {

    private static final long ESPERA_EM_MS = 5_000;
    private static final Duration PACIENCIA = Duration.ofSeconds(20);

    /// Quem dá conexões: o pool ou o que está por baixo dele.
    interface Fonte {
        Connection pegar() throws SQLException;
    }

    private PoolDeTeste() {}

    /// Um pool com todas as conexões já abertas: o código em teste não espera por abertura nenhuma.
    static HikariDataSource cheio(Banco banco, int tamanho) throws SQLException {
        return cheio(new BancoPaciente(banco), tamanho);
    }

    /// O mesmo, sobre um banco que o teste controla.
    static HikariDataSource cheio(BancoPaciente banco, int tamanho) throws SQLException {
        var config = new HikariConfig();
        config.setDataSource(banco);
        config.setMaximumPoolSize(tamanho);
        config.setConnectionTimeout(ESPERA_EM_MS);
        config.setPoolName("teste");
        var pool = new HikariDataSource(config);
        encher(pool::getConnection, tamanho);
        return pool;
    }

    /// Pega e devolve `tamanho` conexões, para que todas fiquem abertas.
    static void encher(Fonte fonte, int tamanho) throws SQLException {
        var conexoes = new ArrayList<Connection>();
        while (conexoes.size() < tamanho) {
            conexoes.add(pegarUmaLivre(fonte));
        }
        for (var conexao : conexoes) {
            conexao.close();
        }
    }

    /// Pega uma conexão que o pool tem para dar: uma recusa, aqui, só diz que abrir está demorando mais que a espera dele.
    static Connection pegarUmaLivre(Fonte fonte) throws SQLException {
        var prazo = PrazoElastico.de(PACIENCIA);
        while (true) {
            try {
                return fonte.pegar();
            } catch (SQLTransientConnectionException e) {
                if (prazo.venceu()) {
                    throw new FalhaDaMaquina("Uma conexão com o PostgreSQL não abriu em " + prazo.passou().toSeconds() + " s", e);
                }
            }
        }
    }

    static int emprestadas(HikariDataSource pool) {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /// O estado do pool nas palavras que o HikariCP usa nos seus erros.
    static String estado(HikariDataSource pool) {
        var numeros = pool.getHikariPoolMXBean();
        return "total=%d, active=%d, idle=%d, waiting=%d".formatted(numeros.getTotalConnections(),
                numeros.getActiveConnections(), numeros.getIdleConnections(), numeros.getThreadsAwaitingConnection());
    }
}
