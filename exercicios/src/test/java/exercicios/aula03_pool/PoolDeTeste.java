package exercicios.aula03_pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import curso.bancada.servicos.Banco;

/// Pools pequenos e a leitura do estado deles.
final class PoolDeTeste {

    /// Numa máquina ocupada, abrir uma conexão demora; nos testes certos ninguém espera por outra coisa.
    private static final long ESPERA_EM_MS = 5_000;

    private PoolDeTeste() {}

    static HikariDataSource aberto(Banco banco, int tamanho) {
        var config = new HikariConfig();
        config.setDataSource(new BancoPaciente(banco));
        config.setMaximumPoolSize(tamanho);
        config.setConnectionTimeout(ESPERA_EM_MS);
        config.setPoolName("teste");
        return new HikariDataSource(config);
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
