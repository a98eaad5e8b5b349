package exercicios.aula01_threads;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Solta duas threads no mesmo instante, rodada após rodada: a janela de uma corrida é de nanossegundos.
///
/// Espera girando, e não dormindo, porque acordar uma thread demora mil vezes mais que a janela. Cede o núcleo de
/// tempos em tempos, para andar também onde só há um; desiste se o par não vem em 2 s.
final class Largada {

    private static final Duration LIMITE = Duration.ofSeconds(2);
    private static final int GIROS_ANTES_DE_CEDER = 2_000;

    private final AtomicInteger chegaram = new AtomicInteger();

    /// Volta quando as duas threads chegaram à rodada (contada de zero); `false` se o par não veio.
    boolean alinhar(int rodada) {
        chegaram.incrementAndGet();
        long fim = System.nanoTime() + LIMITE.toNanos();
        for (int giros = 1; chegaram.get() < 2 * (rodada + 1); giros++) {
            if (giros % GIROS_ANTES_DE_CEDER != 0) {
                Thread.onSpinWait();
            } else if (System.nanoTime() - fim > 0) {
                return false;
            } else {
                Thread.yield();
            }
        }
        return true;
    }
}
