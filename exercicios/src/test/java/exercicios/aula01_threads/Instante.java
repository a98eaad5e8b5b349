package exercicios.aula01_threads;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Conta as respostas dadas até um instante: diz se a máquina deixou que elas chegassem a tempo.
final class Instante {

    private final long limite;
    private final AtomicInteger aTempo = new AtomicInteger();

    Instante(Duration daquiA) {
        limite = System.nanoTime() + daquiA.toNanos();
    }

    /// Anota uma resposta e a devolve.
    long anotar(long resposta) {
        if (System.nanoTime() - limite < 0) {
            aTempo.incrementAndGet();
        }
        return resposta;
    }

    int anotadosATempo() {
        return aTempo.get();
    }
}
