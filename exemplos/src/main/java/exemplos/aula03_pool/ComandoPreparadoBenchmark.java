package exemplos.aula03_pool;

import curso.bancada.servicos.Banco;
import curso.bancada.servicos.Servicos;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.postgresql.PGConnection;

/// A mesma consulta, na mesma conexão, analisada a cada execução ou preparada no servidor.
///
/// O driver prepara no servidor a partir da quinta execução do mesmo texto; com limite 0, nunca.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ComandoPreparadoBenchmark {

    private static final String SQL = """
            select p.nome, sum(d.quantidade)
              from produto p
              left join pedido d on d.produto = p.id
             where p.id = ? and p.estoque > 0
             group by p.nome
            """;

    @Param({"0", "5"})
    public int preparaNaExecucao;

    private Servicos servicos;
    private Banco banco;
    private Connection conexao;
    private long produto;

    @Setup
    public void abrir() throws SQLException {
        servicos = Servicos.abrir();
        banco = servicos.postgres().novoBanco();
        Loja.criarEm(banco);
        banco.executar("create index on pedido (produto); analyze");
        conexao = banco.dataSource().getConnection();
        conexao.unwrap(PGConnection.class).setPrepareThreshold(preparaNaExecucao);
    }

    @TearDown
    public void fechar() throws SQLException {
        conexao.close();
        banco.close();
        servicos.close();
    }

    @Benchmark
    public boolean consultar() throws SQLException {
        try (var comando = conexao.prepareStatement(SQL)) {
            comando.setLong(1, 1 + produto++ % Loja.PRODUTOS);
            try (var linhas = comando.executeQuery()) {
                return linhas.next();
            }
        }
    }
}
