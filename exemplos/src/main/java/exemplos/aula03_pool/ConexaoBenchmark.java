package exemplos.aula03_pool;

import com.zaxxer.hikari.HikariDataSource;
import curso.bancada.servicos.Banco;
import curso.bancada.servicos.Servicos;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Quanto custa, para uma thread só, ter uma conexão e fazer `SELECT 1`, com e sem pool.
///
/// `soPegarEDevolver` dá a ordem de grandeza do que o pool cobra, e a distância de `semPool` a `comPool`, a de abrir e fechar.
/// As diferenças não são parcelas exatas: sem pool a sessão é nova, e a consulta nela também custa mais. Numa thread só não há
/// fila nem disputa pelas conexões.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ConexaoBenchmark {

    private Servicos servicos;
    private Banco banco;
    private DataSource semPool;
    private HikariDataSource pool;

    @Setup
    public void abrir() {
        servicos = Servicos.abrir();
        banco = servicos.postgres().novoBanco();
        semPool = banco.dataSource();
        pool = banco.pool(2);
    }

    @TearDown
    public void fechar() {
        banco.close();
        servicos.close();
    }

    @Benchmark
    public int semPool() throws SQLException {
        return selecionarUm(semPool);
    }

    @Benchmark
    public int comPool() throws SQLException {
        return selecionarUm(pool);
    }

    @Benchmark
    public boolean soPegarEDevolver() throws SQLException {
        try (Connection conexao = pool.getConnection()) {
            return conexao.getAutoCommit();
        }
    }

    private static int selecionarUm(DataSource fonte) throws SQLException {
        try (var conexao = fonte.getConnection();
             var comando = conexao.prepareStatement("select 1");
             var linhas = comando.executeQuery()) {
            linhas.next();
            return linhas.getInt(1);
        }
    }
}
