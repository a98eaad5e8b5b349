package rinha.carga.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Com Ctrl-C a carga acaba antes da hora, e o que foi medido é mostrado em vez de perdido.
///
/// Feche depois de mostrar o resultado: até lá (no máximo 5 s) a JVM espera para terminar.
public final class Interrupcao implements AutoCloseable {

    private static final int ESPERA_EM_SEGUNDOS = 5;

    private final CountDownLatch mostrado = new CountDownLatch(1);
    private final Thread gancho;

    /// @param parar faz a carga acabar antes da hora; não bloqueia
    public Interrupcao(Runnable parar) {
        this.gancho = Thread.ofPlatform().name("carga-interrupcao").unstarted(() -> {
            parar.run();
            esperar();
        });
        Runtime.getRuntime().addShutdownHook(gancho);
    }

    private void esperar() {
        try {
            if (!mostrado.await(ESPERA_EM_SEGUNDOS, TimeUnit.SECONDS)) {
                System.err.println("a carga não parou em " + ESPERA_EM_SEGUNDOS + " s; o resultado se perdeu");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        mostrado.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(gancho);
        } catch (IllegalStateException e) {
            // A JVM já está terminando: o gancho está rodando e acaba sozinho.
        }
    }
}
