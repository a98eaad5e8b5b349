package exercicios.aula03_pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import curso.bancada.correcao.PrazoElastico;
import curso.bancada.instrumentos.PontoDeEncontro;
import curso.bancada.servicos.Banco;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Um pool que conta o que lhe pedem e pode forçar o pior momento: todas as conexões nas mãos de alguém.
///
/// Desiste depois de 250 ms, o menor prazo do HikariCP. Abre todas as conexões antes de ser usado: quem acha uma livre
/// não espera por nada.
final class PoolComEncontro extends HikariDataSource {

    private static final Duration PRAZO_DO_ENCONTRO = Duration.ofSeconds(3);

    private final AtomicInteger pedidos = new AtomicInteger();
    private final AtomicInteger picoDeEmprestadas = new AtomicInteger();
    private final AtomicInteger reunidas = new AtomicInteger();
    private final AtomicInteger picoDeReunidas = new AtomicInteger();
    private final List<String> recusas = new CopyOnWriteArrayList<>();
    private volatile PontoDeEncontro encontro;
    private volatile int primeiras;

    private PoolComEncontro(HikariConfig config) {
        super(config);
    }

    static PoolComEncontro aberto(Banco banco, int tamanho) throws SQLException {
        var config = new HikariConfig();
        config.setDataSource(new ServidorComLimite(banco, tamanho));
        config.setMaximumPoolSize(tamanho);
        config.setConnectionTimeout(250);
        config.setPoolName("transferencias");
        var pool = new PoolComEncontro(config);
        PoolDeTeste.encher(pool::semContar, tamanho);
        return pool;
    }

    /// Daqui em diante, os primeiros `quantos` que pegarem uma conexão esperam uns pelos outros com ela na mão.
    void reunirOsPrimeiros(int quantos) {
        encontro = PontoDeEncontro.de(quantos, PrazoElastico.esticado(PRAZO_DO_ENCONTRO));
        primeiras = quantos;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var conexao = emprestar();
        picoDeEmprestadas.accumulateAndGet(getHikariPoolMXBean().getActiveConnections(), Math::max);
        if (pedidos.getAndIncrement() < primeiras) {
            picoDeReunidas.accumulateAndGet(reunidas.incrementAndGet(), Math::max);
            try {
                encontro.esperar();
            } catch (RuntimeException e) {
                conexao.close();
                throw e;
            } finally {
                reunidas.decrementAndGet();
            }
        }
        return conexao;
    }

    private Connection emprestar() throws SQLException {
        try {
            return super.getConnection();
        } catch (SQLTransientConnectionException e) {
            recusas.add(e.getMessage());
            throw e;
        }
    }

    /// Quantas conexões estiveram emprestadas ao mesmo tempo, no máximo.
    int picoDeEmprestadas() {
        return picoDeEmprestadas.get();
    }

    /// Quantos dos primeiros estiveram juntos, cada um com a sua conexão na mão.
    int picoDeReunidas() {
        return picoDeReunidas.get();
    }

    /// As mensagens das recusas do pool.
    List<String> recusas() {
        return List.copyOf(recusas);
    }

    private Connection semContar() throws SQLException {
        return super.getConnection();
    }
}
