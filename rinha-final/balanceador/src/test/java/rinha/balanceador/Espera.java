package rinha.balanceador;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Espera uma condição que outra thread vai cumprir, com prazo e com o nome dela no erro.
final class Espera {
    private static final Duration PRAZO = Duration.ofSeconds(15);

    private Espera() {}

    static void ate(String oQue, BooleanSupplier condicao) throws InterruptedException {
        long fim = System.nanoTime() + PRAZO.toNanos();
        while (!condicao.getAsBoolean()) {
            if (System.nanoTime() - fim > 0) {
                throw new AssertionError("não aconteceu em %s: %s".formatted(PRAZO, oQue));
            }
            Thread.sleep(2);
        }
    }
}
