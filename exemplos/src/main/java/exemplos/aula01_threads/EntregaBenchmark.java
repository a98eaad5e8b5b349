package exemplos.aula01_threads;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Quanto custa entregar uma tarefa vazia a um executor e receber o resultado de volta.
///
/// O pool já tem as threads prontas e só as acorda; os outros criam uma a cada entrega. A diferença para
/// [CriacaoDeThreadBenchmark] é a ida e a volta: aqui cada entrega espera a sua resposta.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EntregaBenchmark {
    /// A quem se entrega.
    public enum Executor {
        POOL(() -> Executors.newFixedThreadPool(2)),
        PLATAFORMA_POR_TAREFA(() -> Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())),
        VIRTUAL_POR_TAREFA(Executors::newVirtualThreadPerTaskExecutor);

        private final Supplier<ExecutorService> abrir;

        Executor(Supplier<ExecutorService> abrir) {
            this.abrir = abrir;
        }
    }

    @Param
    public Executor executor;

    private ExecutorService aberto;

    @Setup(Level.Trial)
    public void abrir() {
        aberto = executor.abrir.get();
    }

    @TearDown(Level.Trial)
    public void fechar() {
        aberto.close();
    }

    @Benchmark
    public int entregar() throws InterruptedException, ExecutionException {
        Future<Integer> resposta = aberto.submit(() -> 42);
        return resposta.get();
    }
}
