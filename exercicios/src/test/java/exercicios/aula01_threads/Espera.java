package exercicios.aula01_threads;

import curso.bancada.correcao.PrazoElastico;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Espera que uma condição observável aconteça.
final class Espera {

    private static final Duration LIMITE = Duration.ofSeconds(2);

    private Espera() {}

    /// Volta assim que a condição vale; devolve `false` se o limite (2 s numa máquina livre) acaba antes.
    static boolean ate(BooleanSupplier condicao) {
        return PrazoElastico.ate(condicao, LIMITE);
    }

    /// Volta assim que a condição vale; devolve `false` se `limite` acaba antes.
    static boolean ate(BooleanSupplier condicao, Duration limite) {
        return PrazoElastico.ate(condicao, limite);
    }
}
