package rinha.credito.escrita;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// As transações à espera do escritor: muitas threads põem, uma só tira, e ninguém espera por uma trava.
///
/// O escritor diz com quantas quer acordar, e só quem completa esse número o acorda: sob carga, um despertar por lote em vez
/// de um por transação.
final class Fila {
    private static final int NAO_ESPERA = Integer.MAX_VALUE;

    private final Queue<Pedido> pedidos = new ConcurrentLinkedQueue<>();
    /// Reservadas antes de entrar e devolvidas depois de sair: o máximo é exato.
    private final AtomicInteger vagas;
    /// Contadas depois de entrar: quem acorda por elas as encontra.
    private final AtomicInteger prontas = new AtomicInteger();
    private volatile int acordaCom = NAO_ESPERA;
    private volatile Thread escritor;

    Fila(int maximo) {
        vagas = new AtomicInteger(maximo);
    }

    /// Falso se está cheia.
    boolean por(Pedido pedido) {
        if (vagas.getAndDecrement() <= 0) {
            vagas.getAndIncrement();
            return false;
        }
        pedidos.add(pedido);
        if (prontas.incrementAndGet() >= acordaCom) {
            LockSupport.unpark(escritor);
        }
        return true;
    }

    /// A mais antiga; nulo se não há.
    Pedido tirar() {
        var pedido = pedidos.poll();
        if (pedido != null) {
            saiu();
        }
        return pedido;
    }

    /// Volta quando há ao menos `quantas`, ou passado o prazo. Só o escritor espera.
    void esperar(int quantas, long nanos) throws InterruptedException {
        long ate = System.nanoTime() + nanos;
        escritor = Thread.currentThread();
        acordaCom = quantas;
        try {
            for (long resta = nanos; prontas.get() < quantas && resta > 0; resta = ate - System.nanoTime()) {
                LockSupport.parkNanos(this, resta);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        } finally {
            acordaCom = NAO_ESPERA;
        }
    }

    /// Tira as que desistem; de outra thread, o escritor pode tirá-las antes.
    void tirarSe(Predicate<Pedido> desistiu) {
        for (var pedido : pedidos) {
            if (desistiu.test(pedido) && pedidos.remove(pedido)) {
                saiu();
            }
        }
    }

    int quantas() {
        return prontas.get();
    }

    boolean vazia() {
        return pedidos.isEmpty();
    }

    private void saiu() {
        prontas.getAndDecrement();
        vagas.getAndIncrement();
    }
}
