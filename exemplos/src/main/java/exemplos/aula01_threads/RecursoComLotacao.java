package exemplos.aula01_threads;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Um serviço que atende até `lotacao` chamadas juntas e recusa o resto, como um banco sem conexão livre.
final class RecursoComLotacao {
    private final int lotacao;
    private final Duration demora;
    private final AtomicInteger dentro = new AtomicInteger();
    private final AtomicInteger atendidas = new AtomicInteger();
    private final AtomicInteger recusadas = new AtomicInteger();

    RecursoComLotacao(int lotacao, Duration demora) {
        this.lotacao = lotacao;
        this.demora = demora;
    }

    void usar() throws InterruptedException {
        try {
            if (dentro.incrementAndGet() > lotacao) {
                recusadas.incrementAndGet();
                return;
            }
            Thread.sleep(demora);
            atendidas.incrementAndGet();
        } finally {
            dentro.decrementAndGet();
        }
    }

    int atendidas() {
        return atendidas.get();
    }

    int recusadas() {
        return recusadas.get();
    }
}
