package exercicios.aula01_threads;

import curso.bancada.correcao.PrazoElastico;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Faz `partes` threads andarem juntas, uma volta de cada vez, enquanto todas tiverem voltas a dar.
///
/// Obriga a intercalação que perde atualizações: todas leem antes que qualquer uma escreva. Se alguém falta por
/// dois segundos (mais, numa máquina ocupada), o compasso acaba e ninguém mais espera.
final class Compasso {

    private final CyclicBarrier volta;
    private final Duration limite = PrazoElastico.esticado(Duration.ofSeconds(2));

    Compasso(int partes) {
        volta = new CyclicBarrier(partes);
    }

    void esperar() {
        try {
            volta.await(limite.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | BrokenBarrierException e) {
            // Alguém não veio: daqui em diante cada um segue sozinho.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
