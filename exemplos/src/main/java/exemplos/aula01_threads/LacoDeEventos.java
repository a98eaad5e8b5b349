package exemplos.aula01_threads;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Um laço de eventos: uma thread só, que roda todos os tratadores de todos os clientes, um depois do outro.
///
/// A regra que o sustenta: nenhum tratador espera. Um que espera para o laço inteiro.
final class LacoDeEventos implements AutoCloseable {
    // @start region=laco
    private final BlockingQueue<Runnable> eventos = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("laço").start(() -> {
        try {
            while (true) {
                eventos.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    });

    void agendar(Runnable tratador) {
        eventos.add(tratador);
    }
    // @end region=laco

    @Override
    public void close() {
        thread.interrupt();
    }
}
