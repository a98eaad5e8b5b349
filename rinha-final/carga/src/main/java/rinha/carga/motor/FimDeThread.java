package rinha.carga.motor;

import java.util.concurrent.locks.LockSupport;

/// O fim de uma thread que dorme e acorda, já avisada de que deve parar.
final class FimDeThread {

    private static final long PRAZO_MS = 1_000;

    private FimDeThread() {
    }

    /// Acorda a thread e a espera por até 1 s. Quem é interrompido enquanto espera continua interrompido.
    static void esperar(Thread thread) {
        LockSupport.unpark(thread);
        try {
            thread.join(PRAZO_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
