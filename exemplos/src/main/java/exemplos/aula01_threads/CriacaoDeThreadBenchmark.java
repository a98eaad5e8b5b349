package exemplos.aula01_threads;

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
import org.openjdk.jmh.annotations.Warmup;

/// Quanto custa uma thread do começo ao fim: criar, começar, acabar, juntar. De plataforma e virtual.
///
/// Em lotes de cem, como num leque: todas começam antes de se esperar pela primeira. A tarefa escreve num vetor que
/// o benchmark devolve, para que o compilador não a apague.
///
/// `./curso benchmark 01`, ou `java -jar exemplos/target/benchmarks.jar aula01.*Criacao` depois de `./mvnw package`.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CriacaoDeThreadBenchmark {
    private static final int LOTE = 100;

    private Thread[] threads;
    private int[] feitas;

    @Setup(Level.Trial)
    public void preparar() {
        threads = new Thread[LOTE];
        feitas = new int[LOTE];
    }

    @Benchmark
    @OperationsPerInvocation(LOTE)
    public int[] dePlataforma() throws InterruptedException {
        return rodar(Thread.ofPlatform());
    }

    @Benchmark
    @OperationsPerInvocation(LOTE)
    public int[] virtual() throws InterruptedException {
        return rodar(Thread.ofVirtual());
    }

    private int[] rodar(Thread.Builder construtor) throws InterruptedException {
        for (int i = 0; i < LOTE; i++) {
            int qual = i;
            threads[i] = construtor.start(() -> feitas[qual]++);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return feitas;
    }
}
