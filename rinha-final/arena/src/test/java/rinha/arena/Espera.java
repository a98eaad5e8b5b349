package rinha.arena;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Espera pelo que acontece em outro processo, onde não há o que assinar.
final class Espera {
    private Espera() {}

    static void ate(Duration prazo, BooleanSupplier condicao, Supplier<String> oQue) {
        long limite = System.nanoTime() + prazo.toNanos();
        while (!condicao.getAsBoolean()) {
            if (System.nanoTime() - limite > 0) {
                throw new AssertionError("em %d s não houve %s".formatted(prazo.toSeconds(), oQue.get()));
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("a espera foi interrompida", e);
            }
        }
    }
}
