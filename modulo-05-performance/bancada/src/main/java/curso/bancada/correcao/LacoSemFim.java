package curso.bancada.correcao;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Acha a thread do aluno que gira sem parar, mesmo que o teste que a criou já tenha desistido dela.
///
/// Só vê threads de plataforma: de uma virtual a JVM não diz quanto processador gastou.
final class LacoSemFim {

    /// Muito acima do que um exercício gasta numa thread (os treze testes do 01.2, que só faz contas, levam 0,6 s em `mvn test`): quem
    /// passou disso e ainda corre não vai parar.
    private static final long PROCESSADOR_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int QUADROS = 60;

    private LacoSemFim() {}

    /// Onde ela está: a classe, o método e a linha; vazio se não há nenhuma.
    static Optional<String> onde() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        if (!threads.isThreadCpuTimeSupported()) {
            return Optional.empty();
        }
        long[] gastadoras = Arrays.stream(threads.getAllThreadIds())
                .filter(id -> id != Thread.currentThread().threadId() && threads.getThreadCpuTime(id) > PROCESSADOR_NANOS).toArray();
        return Arrays.stream(threads.getThreadInfo(gastadoras, QUADROS)).filter(Objects::nonNull)
                .filter(info -> info.getThreadState() == Thread.State.RUNNABLE)
                .map(LacoSemFim::noCodigoDoAluno).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> noCodigoDoAluno(ThreadInfo thread) {
        return Arrays.stream(thread.getStackTrace()).filter(quadro -> quadro.getClassName().startsWith("exercicios.")).findFirst()
                .map(quadro -> quadro.getClassName().replaceFirst(".*\\.", "") + "." + quadro.getMethodName() + ", linha " + quadro.getLineNumber());
    }
}
