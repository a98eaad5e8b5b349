package curso.bancada.correcao.intercalada;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Confere e ocupa num passo só.
public final class TravaCerta extends Trava {

    private final AtomicBoolean ocupada = new AtomicBoolean();

    public TravaCerta(AtomicInteger pico) {
        super(pico);
    }

    @Override
    void entrar() {
        while (!ocupada.compareAndSet(false, true)) {
            Thread.onSpinWait();
        }
    }

    @Override
    void sair() {
        ocupada.set(false);
    }
}
