package exercicios.aula01_threads;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Um recurso que segura cada uso até ser solto e conta quantos estão dentro.
final class Recurso implements AutoCloseable {

    private static final long LIMITE_EM_SEGUNDOS = 15;
    private static final int TODOS = 1_000_000;

    private final Semaphore soltos = new Semaphore(0);
    private int entradas;
    private int dentro;
    private int pico;

    /// Entra e fica até que [#soltarUm()] ou [#close()] deixe sair.
    String usar() throws InterruptedException {
        mudar(1);
        try {
            soltos.tryAcquire(LIMITE_EM_SEGUNDOS, TimeUnit.SECONDS);
            return "usei";
        } finally {
            mudar(-1);
        }
    }

    void soltarUm() {
        soltos.release();
    }

    synchronized int entradas() {
        return entradas;
    }

    /// Quantos estiveram dentro ao mesmo tempo, no máximo.
    synchronized int pico() {
        return pico;
    }

    private synchronized void mudar(int quanto) {
        dentro += quanto;
        entradas += Math.max(0, quanto);
        pico = Math.max(pico, dentro);
    }

    @Override
    public void close() {
        soltos.release(TODOS);
    }
}
