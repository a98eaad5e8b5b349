package curso.bancada.correcao.intercalada;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Um lugar para uma thread só: entra, anota quantas estão dentro, demora-se e sai.
public abstract class Trava implements Runnable {

    private final AtomicInteger pico;
    private int dentro;

    Trava(AtomicInteger pico) {
        this.pico = pico;
    }

    abstract void entrar();

    abstract void sair();

    @Override
    public final void run() {
        entrar();
        mudar(1);
        LockSupport.parkNanos(300_000);
        mudar(-1);
        sair();
    }

    private synchronized void mudar(int quanto) {
        dentro += quanto;
        pico.accumulateAndGet(dentro, Math::max);
    }
}
