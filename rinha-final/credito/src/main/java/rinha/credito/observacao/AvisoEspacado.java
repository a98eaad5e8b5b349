package rinha.credito.observacao;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Deixa passar um aviso por intervalo: com o banco fora, mil pedidos por segundo não viram mil linhas de log por segundo.
public final class AvisoEspacado {
    private final long intervalo;
    private final AtomicLong proximo = new AtomicLong(System.nanoTime());

    public AvisoEspacado(Duration intervalo) {
        this.intervalo = intervalo.toNanos();
    }

    /// Verdadeiro se é hora de avisar; de muitas threads, uma só o recebe.
    public boolean agora() {
        long agora = System.nanoTime();
        long quando = proximo.get();
        return agora - quando >= 0 && proximo.compareAndSet(quando, agora + intervalo);
    }
}
