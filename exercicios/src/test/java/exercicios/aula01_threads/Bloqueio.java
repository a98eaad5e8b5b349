package exercicios.aula01_threads;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Segura quem entra até ser liberado ou interrompido, e conta uns e outros.
///
/// Faz o papel do serviço que não responde. Tem limite próprio: o código em teste pode estar errado, e nem assim
/// uma thread fica presa depois do teste.
final class Bloqueio implements AutoCloseable {

    private static final Duration LIMITE = Duration.ofSeconds(15);

    private final CountDownLatch liberado = new CountDownLatch(1);
    private final AtomicInteger entraram = new AtomicInteger();
    private final AtomicInteger interrompidos = new AtomicInteger();

    /// Espera ser liberado; interrompido, conta e repassa a interrupção.
    void esperar() throws InterruptedException {
        entraram.incrementAndGet();
        try {
            liberado.await(LIMITE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrompidos.incrementAndGet();
            throw e;
        }
    }

    int entraram() {
        return entraram.get();
    }

    int interrompidos() {
        return interrompidos.get();
    }

    void liberar() {
        liberado.countDown();
    }

    @Override
    public void close() {
        liberar();
    }
}
