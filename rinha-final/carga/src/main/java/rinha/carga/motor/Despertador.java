package rinha.carga.motor;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Acorda o seletor num instante preciso.
///
/// `Selector.select` espera em milissegundos inteiros: sozinho, atrasaria cada pedido em até 1 ms, e a
/// latência corrigida mostraria o gerador em vez do sistema. Girar em falso até a hora seria preciso também,
/// mas gastaria um processador que o sistema medido disputa.
final class Despertador implements AutoCloseable {

    private static final long SEM_HORA = Long.MAX_VALUE;

    private final Relogio relogio;
    private final Runnable acordar;
    private final AtomicLong hora = new AtomicLong(SEM_HORA);
    private final Thread thread;
    private volatile boolean fechado;

    Despertador(Relogio relogio, Runnable acordar) {
        this.relogio = relogio;
        this.acordar = acordar;
        this.thread = Thread.ofPlatform().daemon().name("carga-despertador").start(this::vigiar);
    }

    /// Marca a hora; substitui a anterior.
    void marcar(long instante) {
        if (hora.getAndSet(instante) != instante) {
            LockSupport.unpark(thread);
        }
    }

    private void vigiar() {
        while (!fechado) {
            long marcada = hora.get();
            long falta = marcada - relogio.agora();
            if (marcada == SEM_HORA) {
                LockSupport.park(this);
            } else if (falta > 0) {
                LockSupport.parkNanos(this, falta);
            } else if (hora.compareAndSet(marcada, SEM_HORA)) {
                acordar.run();
            }
        }
    }

    @Override
    public void close() {
        fechado = true;
        LockSupport.unpark(thread);
    }
}
