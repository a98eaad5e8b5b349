package exercicios.aula01_threads;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Faz `partes` threads andarem juntas, uma volta de cada vez, enquanto todas tiverem voltas a dar.
///
/// Obriga a intercalação que perde atualizações: todas leem antes que qualquer uma escreva. Se alguém falta por um
/// segundo, o compasso acaba e ninguém mais espera.
final class Compasso {

    private final CyclicBarrier volta;

    Compasso(int partes) {
        volta = new CyclicBarrier(partes);
    }

    void esperar() {
        try {
            volta.await(1, TimeUnit.SECONDS);
        } catch (TimeoutException | BrokenBarrierException e) {
            // Alguém não veio: daqui em diante cada um segue sozinho.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
