package rinha.credito.escrita;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import rinha.credito.conta.Resultado.Indisponivel.Motivo;

/// Tira da fila as transações que venceram: um temporizador para todas, em vez de um por pedido.
final class Vigia implements Runnable {
    /// Quanto uma transação pode passar do prazo, no máximo.
    private static final long INTERVALO = Duration.ofMillis(20).toNanos();

    private final Fila fila;
    private volatile boolean parar;

    Vigia(Fila fila) {
        this.fila = fila;
    }

    @Override
    public void run() {
        while (!parar) {
            LockSupport.parkNanos(INTERVALO);
            if (!fila.vazia()) {
                long agora = System.nanoTime();
                fila.tirarSe(pedido -> pedido.desistirSeVenceu(agora));
            }
        }
        // Quem entrou depois da última volta do escritor.
        fila.tirarSe(pedido -> pedido.desistir(Motivo.ENCERRANDO));
    }

    /// Chame depois que o escritor terminou.
    void parar() {
        parar = true;
    }

    /// Se verdadeiro, quem acabou de entrar na fila pode não ser visto por mais ninguém.
    boolean parando() {
        return parar;
    }
}
