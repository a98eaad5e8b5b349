package curso.bancada.instrumentos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Uma barreira que força um entrelaçamento: ninguém passa antes de todas as partes chegarem.
///
/// Pode ser reusada: depois que todas passam, uma nova rodada começa. Quem chega depois de uma rodada vencida falha também.
public final class PontoDeEncontro {
    private final ReentrantLock trava = new ReentrantLock();
    private final Condition mudou = trava.newCondition();
    private final List<String> chegaram = new ArrayList<>();
    private final int partes;
    private final Duration prazo;
    private long rodada;
    private String rompido;

    private PontoDeEncontro(int partes, Duration prazo) {
        if (partes < 1) {
            throw new IllegalArgumentException("Veio partes=%d; um encontro tem ao menos 1 parte; passe um número positivo".formatted(partes));
        }
        this.partes = partes;
        this.prazo = prazo;
    }

    public static PontoDeEncontro de(int partes, Duration prazo) {
        return new PontoDeEncontro(partes, prazo);
    }

    /// Espera as outras partes; `IllegalStateException`, com o nome de quem chegou, se o prazo vence ou a espera é interrompida.
    public void esperar() {
        trava.lock();
        try {
            exigirInteiro();
            long minha = rodada;
            chegaram.add(nome(Thread.currentThread()));
            if (chegaram.size() == partes) {
                chegaram.clear();
                rodada++;
                mudou.signalAll();
                return;
            }
            esperarRodada(minha);
        } finally {
            trava.unlock();
        }
    }

    private void esperarRodada(long minha) {
        long restante = prazo.toNanos();
        try {
            while (rodada == minha) {
                exigirInteiro();
                if (restante <= 0) {
                    romper("em %d ms só chegaram %d de %d partes: %s".formatted(prazo.toMillis(), chegaram.size(), partes, chegaram));
                }
                restante = mudou.awaitNanos(restante);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            romper("a espera de %s foi interrompida; haviam chegado %d de %d partes: %s"
                    .formatted(nome(Thread.currentThread()), chegaram.size(), partes, chegaram));
        }
    }

    private void romper(String motivo) {
        rompido = motivo;
        mudou.signalAll();
        exigirInteiro();
    }

    private void exigirInteiro() {
        if (rompido != null) {
            throw new IllegalStateException("O encontro não aconteceu: " + rompido);
        }
    }

    private static String nome(Thread thread) {
        return thread.getName().isEmpty() ? "thread " + thread.threadId() : thread.getName();
    }
}
