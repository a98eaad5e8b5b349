package exemplos.aula01_threads;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Uma tarefa fica bloqueada em cada modelo; conta quantas das outras terminam enquanto isso.
final class Bloqueada {
    private Bloqueada() {}

    static long noPool(int threads, int outras) throws InterruptedException {
        var livre = new CountDownLatch(1);
        var feitas = new CountDownLatch(outras);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            pool.execute(() -> esperar(livre));
            for (int i = 0; i < outras; i++) {
                pool.execute(feitas::countDown);
            }
            return contar(feitas, outras, livre);
        }
    }

    // @start region=laco-bloqueado
    static long noLaco(int outras) throws InterruptedException {
        var livre = new CountDownLatch(1);
        var feitas = new CountDownLatch(outras);
        try (var laco = new LacoDeEventos()) {
            laco.agendar(() -> esperar(livre)); // ERRADO: um tratador que espera
            for (int i = 0; i < outras; i++) {
                laco.agendar(feitas::countDown);
            }
            return contar(feitas, outras, livre);
        }
    }
    // @end region=laco-bloqueado

    static long noMesmoAtor(int outras) throws InterruptedException {
        var livre = new CountDownLatch(1);
        var feitas = new CountDownLatch(outras);
        try (var ator = new Ator<Runnable>(Runnable::run)) {
            ator.enviar(() -> esperar(livre));
            for (int i = 0; i < outras; i++) {
                ator.enviar(feitas::countDown);
            }
            return contar(feitas, outras, livre);
        }
    }

    static long emOutrosAtores(int outras) throws InterruptedException {
        var livre = new CountDownLatch(1);
        var feitas = new CountDownLatch(outras);
        var atores = Stream.generate(() -> new Ator<Runnable>(Runnable::run)).limit(outras).toList();
        try (var bloqueado = new Ator<Runnable>(Runnable::run)) {
            bloqueado.enviar(() -> esperar(livre));
            atores.forEach(ator -> ator.enviar(feitas::countDown));
            return contar(feitas, outras, livre);
        } finally {
            atores.forEach(Ator::close);
        }
    }

    /// Espera as outras por um tempo em que acabariam com folga, também numa máquina ocupada; depois solta a bloqueada.
    private static long contar(CountDownLatch feitas, int outras, CountDownLatch livre) throws InterruptedException {
        feitas.await(1, TimeUnit.SECONDS);
        long terminaram = outras - feitas.getCount();
        livre.countDown();
        return terminaram;
    }

    private static void esperar(CountDownLatch livre) {
        try {
            livre.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
