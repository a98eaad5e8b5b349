package curso.bancada.correcao.intercalada;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Confere, dorme enquanto está ocupada e ocupa em outro passo: a corrida que quase nunca se vê.
public final class TravaQueConfereEDorme extends Trava {

    private final AtomicBoolean ocupada = new AtomicBoolean();

    public TravaQueConfereEDorme(AtomicInteger pico) {
        super(pico);
    }

    @Override
    void entrar() {
        while (ocupada.get()) {
            LockSupport.parkNanos(200_000);
        }
        ocupada.set(true);
    }

    @Override
    void sair() {
        ocupada.set(false);
    }
}
