package exercicios.aula01_threads;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Espera que uma condição observável aconteça.
final class Espera {

    private static final Duration LIMITE = Duration.ofSeconds(2);

    private Espera() {}

    /// Volta assim que a condição vale; devolve `false` se o limite de 2 s acaba antes.
    static boolean ate(BooleanSupplier condicao) {
        return ate(condicao, LIMITE);
    }

    /// Volta assim que a condição vale; devolve `false` se `limite` acaba antes.
    static boolean ate(BooleanSupplier condicao, Duration limite) {
        long fim = System.nanoTime() + limite.toNanos();
        while (!condicao.getAsBoolean()) {
            if (System.nanoTime() - fim > 0) {
                return false;
            }
            LockSupport.parkNanos(200_000);
        }
        return true;
    }
}
