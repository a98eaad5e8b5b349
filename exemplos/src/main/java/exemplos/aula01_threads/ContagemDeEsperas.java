package exemplos.aula01_threads;

import java.util.concurrent.atomic.AtomicInteger;

/// Conta quantas esperas estão em andamento e quantas estiveram juntas, no máximo.
final class ContagemDeEsperas {
    private final AtomicInteger dentro = new AtomicInteger();
    private final AtomicInteger pico = new AtomicInteger();
    private final AtomicInteger total = new AtomicInteger();

    void entrou() {
        total.incrementAndGet();
        pico.accumulateAndGet(dentro.incrementAndGet(), Math::max);
    }

    void saiu() {
        dentro.decrementAndGet();
    }

    int dentro() {
        return dentro.get();
    }

    int pico() {
        return pico.get();
    }

    int total() {
        return total.get();
    }
}
