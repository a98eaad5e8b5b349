package rinha.credito.contrato;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// O que custa ler um corpo da Rinha: à mão e com o Jackson, com a mesma rigidez.
///
/// ```console
/// $ ./mvnw -q -pl rinha-final/credito -am -Dbancada.skipTests=true test-compile dependency:build-classpath -Dmdep.outputFile=/tmp/cp -Dmdep.includeScope=test
/// $ java -cp rinha-final/credito/target/test-classes:rinha-final/credito/target/classes:$(cat /tmp/cp) rinha.credito.contrato.LeitorBenchmark
/// ```
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class LeitorBenchmark {
    private final byte[] corpo = "{\"valor\": 1000, \"tipo\": \"c\", \"descricao\": \"abcdefghij\"}".getBytes(StandardCharsets.UTF_8);

    @Benchmark
    public Object aMao() {
        return LeitorDeTransacao.ler(corpo, corpo.length);
    }

    @Benchmark
    public Object comJackson() {
        return LeitorComJackson.ler(corpo);
    }

    public static void main(String[] argumentos) throws RunnerException {
        new Runner(new OptionsBuilder().include(LeitorBenchmark.class.getName()).addProfiler(GCProfiler.class).build()).run();
    }
}
