package exercicios.aula03_pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Um pool aberto com a configuração do aluno, o tempo na mão do teste e as conexões que ele emprestou.
final class PoolConfigurado implements AutoCloseable {

    /// Por meio segundo depois do último uso o HikariCP empresta sem conferir; aqui, sempre: é o pior caso.
    private static final String SEM_CONFERIR = "com.zaxxer.hikari.aliveBypassWindowMs";
    /// O HikariCP sorteia a aposentadoria até 25% mais cedo; com 40, no máximo 2,5%.
    private static final String SORTEIO = "com.zaxxer.hikari.lifeTimeVarianceFactor";

    private final TempoSimulado tempo = new TempoSimulado();
    private final List<Connection> emprestadas = new ArrayList<>();
    private final HikariDataSource pool;

    PoolConfigurado(HikariConfig config) {
        config.setScheduledExecutor(tempo);
        System.setProperty(SEM_CONFERIR, "3600000");
        System.setProperty(SORTEIO, "40");
        try {
            pool = new HikariDataSource(config);
        } catch (RuntimeException | Error e) {
            tempo.shutdownNow();
            throw e;
        } finally {
            System.clearProperty(SEM_CONFERIR);
            System.clearProperty(SORTEIO);
        }
    }

    TempoSimulado tempo() {
        return tempo;
    }

    int tamanho() {
        return pool.getMaximumPoolSize();
    }

    /// Pega uma conexão e fica com ela até [#devolverTodas()]; recusa só se todas já estiverem emprestadas.
    Connection pegar() throws SQLException {
        var conexao = emprestadas.size() < tamanho() ? PoolDeTeste.pegarUmaLivre(pool::getConnection) : pool.getConnection();
        emprestadas.add(conexao);
        return conexao;
    }

    /// Pega até ter `quantas` conexões, ou todas as que o pool pode ter; devolve quantas tem.
    int pegarAte(int quantas) throws SQLException {
        while (emprestadas.size() < Math.min(quantas, tamanho())) {
            pegar();
        }
        return emprestadas.size();
    }

    void pegarTodas() throws SQLException {
        pegarAte(tamanho());
    }

    void devolverTodas() throws SQLException {
        for (var conexao : emprestadas) {
            conexao.close();
        }
        emprestadas.clear();
    }

    /// Os processos do servidor que atendem as conexões emprestadas.
    Set<Long> processos() throws SQLException {
        var processos = new HashSet<Long>();
        for (var conexao : emprestadas) {
            processos.add(processo(conexao));
        }
        return processos;
    }

    static long processo(Connection conexao) throws SQLException {
        try (var comando = conexao.prepareStatement("SELECT pg_backend_pid()"); var linhas = comando.executeQuery()) {
            linhas.next();
            return linhas.getLong(1);
        }
    }

    String estado() {
        return PoolDeTeste.estado(pool);
    }

    @Override
    public void close() {
        pool.close();
        tempo.shutdownNow();
    }
}
