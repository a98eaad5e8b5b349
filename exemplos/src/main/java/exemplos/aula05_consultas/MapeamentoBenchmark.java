package exemplos.aula05_consultas;

import curso.bancada.servicos.Banco;
import curso.bancada.servicos.Servicos;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Quanto custa transformar uma linha do banco num `record`: por posição, por nome de coluna, por reflexão.
///
/// O `ResultSet` é rolável e já está inteiro na memória do driver: mede-se o mapeamento, não a consulta nem a rede.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MapeamentoBenchmark {
    private static final int LINHAS = 1_000;

    /// Uma linha mapeada.
    public record Leitura(long id, long sensor, double valor, String detalhe) {}

    private Servicos servicos;
    private Banco banco;
    private Connection conexao;
    private ResultSet linhas;
    private Constructor<Leitura> construtor;
    private RecordComponent[] componentes;

    @Setup(Level.Trial)
    public void abrir() throws Exception {
        servicos = Servicos.abrir();
        banco = servicos.postgres().novoBanco();
        conexao = banco.dataSource().getConnection();
        linhas = conexao.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY).executeQuery("""
                SELECT i::bigint AS id, i %% 10::bigint AS sensor, i / 10.0::float8 AS valor, 'leitura ' || i AS detalhe
                  FROM generate_series(1, %d) i
                """.formatted(LINHAS));
        componentes = Leitura.class.getRecordComponents();
        construtor = Leitura.class.getDeclaredConstructor(long.class, long.class, double.class, String.class);
    }

    @TearDown(Level.Trial)
    public void fechar() throws SQLException {
        conexao.close();
        banco.close();
        servicos.close();
    }

    @Benchmark
    @OperationsPerInvocation(LINHAS)
    public List<Leitura> porPosicao() throws SQLException {
        List<Leitura> lidas = new ArrayList<>(LINHAS);
        linhas.beforeFirst();
        while (linhas.next()) {
            lidas.add(new Leitura(linhas.getLong(1), linhas.getLong(2), linhas.getDouble(3), linhas.getString(4)));
        }
        return lidas;
    }

    @Benchmark
    @OperationsPerInvocation(LINHAS)
    public List<Leitura> porNome() throws SQLException {
        List<Leitura> lidas = new ArrayList<>(LINHAS);
        linhas.beforeFirst();
        while (linhas.next()) {
            lidas.add(new Leitura(linhas.getLong("id"), linhas.getLong("sensor"), linhas.getDouble("valor"), linhas.getString("detalhe")));
        }
        return lidas;
    }

    /// O que faz um mapeador genérico: um argumento por componente do `record`, achado pelo nome.
    @Benchmark
    @OperationsPerInvocation(LINHAS)
    public List<Leitura> porReflexao() throws SQLException, ReflectiveOperationException {
        List<Leitura> lidas = new ArrayList<>(LINHAS);
        linhas.beforeFirst();
        while (linhas.next()) {
            var argumentos = new Object[componentes.length];
            for (int i = 0; i < argumentos.length; i++) {
                argumentos[i] = linhas.getObject(componentes[i].getName());
            }
            lidas.add(construtor.newInstance(argumentos));
        }
        return lidas;
    }
}
