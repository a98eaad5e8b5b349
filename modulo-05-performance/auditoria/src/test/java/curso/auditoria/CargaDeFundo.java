package curso.auditoria;

import java.util.List;
import java.util.stream.IntStream;

/// Threads que só gastam processador, para que a máquina pareça a de um aluno com tudo aberto.
final class CargaDeFundo implements AutoCloseable {

    private volatile boolean fim;
    private final List<Thread> threads;

    CargaDeFundo(int quantas) {
        threads = IntStream.range(0, quantas).mapToObj(i -> Thread.ofPlatform().daemon().name("carga-" + i).start(this::gastar)).toList();
    }

    private void gastar() {
        while (!fim) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        fim = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
