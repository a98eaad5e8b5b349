package rinha.credito;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Espera um estado, com prazo; nunca um tempo.
final class Espera {
    private static final long PRAZO = TimeUnit.SECONDS.toNanos(30);

    private Espera() {}

    static void ate(BooleanSupplier condicao, Supplier<String> esperado) {
        long ate = System.nanoTime() + PRAZO;
        while (!condicao.getAsBoolean()) {
            if (System.nanoTime() > ate) {
                throw new AssertionError("não chegou em 30 s a: " + esperado.get());
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
