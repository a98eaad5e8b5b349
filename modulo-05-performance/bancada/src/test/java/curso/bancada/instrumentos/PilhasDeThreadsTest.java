package curso.bancada.instrumentos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PilhasDeThreadsTest {
    /// Onde as threads de prova ficam paradas.
    private static final class Parada {
        private final CountDownLatch chegou = new CountDownLatch(1);
        private final CountDownLatch solta = new CountDownLatch(1);

        void ficar() {
            chegou.countDown();
            try {
                solta.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    @DisplayName("Mostra onde estão paradas threads de plataforma e virtuais, e só as do pacote pedido")
    void mostraAsParadas_quandoVirtuaisEDePlataforma() throws InterruptedException {
        var parada = new Parada();
        var outra = new Parada();
        Thread virtual = Thread.ofVirtual().name("parada-virtual").start(parada::ficar);
        Thread plataforma = Thread.ofPlatform().name("parada-de-plataforma").start(outra::ficar);
        try {
            parada.chegou.await();
            outra.chegou.await();
            String pilhas = PilhasDeThreads.vivasEm(Parada.class.getName());
            assertThat(pilhas).contains("\"parada-virtual\" virtual ", "\"parada-de-plataforma\" ", "    at ", "Parada.ficar")
                    .contains("    at java.base/java.").doesNotContain("Reference Handler", "app//", "java.base@");
            assertThat(pilhas.split("\n\n")).hasSize(2);
            assertThat(PilhasDeThreads.vivasEm("pacote.que.nao.existe.")).isEmpty();
            assertThat(PilhasDeThreads.doAluno()).doesNotContain("parada-virtual");
        } finally {
            parada.solta.countDown();
            outra.solta.countDown();
            virtual.join();
            plataforma.join();
        }
    }

    @Test
    @DisplayName("Mostra as threads virtuais de um executor, que ficam num grupo à parte")
    void mostraAsDoExecutor() throws InterruptedException {
        var parada = new Parada();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.submit(parada::ficar);
            try {
                parada.chegou.await();
                assertThat(PilhasDeThreads.vivasEm(Parada.class.getName())).contains("virtual", "Parada.ficar");
            } finally {
                parada.solta.countDown();
            }
        }
    }

    @Test
    @DisplayName("Diz de quem é o monitor que uma thread espera")
    void dizQuemTemOMonitor() throws InterruptedException {
        var parada = new Parada();
        Object monitor = new Object();
        Thread dona = Thread.ofPlatform().name("dona").start(() -> {
            synchronized (monitor) {
                parada.ficar();
            }
        });
        parada.chegou.await();
        Thread presa = Thread.ofPlatform().name("presa").start(() -> {
            synchronized (monitor) {
                parada.ficar();
            }
        });
        try {
            while (presa.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
            assertThat(PilhasDeThreads.vivasEm(PilhasDeThreadsTest.class.getName()))
                    .contains("\"presa\" BLOCKED\n    - à espera de java.lang.Object@", ", que está com \"dona\"\n    at ");
        } finally {
            parada.solta.countDown();
            dona.join();
            presa.join();
        }
    }

    /// O despejo do JDK derruba a JVM assim (JDK-8364343), em poucos segundos de uma máquina de 2 núcleos.
    @Test
    @DisplayName("Lê as pilhas de threads virtuais que se montam e desmontam sem parar")
    void naoDerrubaAJvm_quandoAsVirtuaisNaoParam() {
        var fila = new SynchronousQueue<Integer>();
        var monitor = new Object();
        var fim = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 40).forEach(n -> executor.submit(() -> {
                while (fim.getCount() > 0) {
                    switch (n % 4) {
                        case 0 -> fila.poll(1, TimeUnit.MILLISECONDS);
                        case 1 -> fila.offer(n, 1, TimeUnit.MILLISECONDS);
                        case 2 -> LockSupport.parkNanos(1_000);
                        default -> esperarUmPouco(monitor);
                    }
                }
                return null;
            }));
            try {
                int vistas = 0;
                for (int vez = 0; vez < 100; vez++) {
                    vistas += PilhasDeThreads.vivasEm(PilhasDeThreadsTest.class.getName()).split("\n\n").length;
                }
                assertThat(vistas).as("pilhas lidas em 100 vezes, de 40 threads").isGreaterThan(100 * 20);
            } finally {
                fim.countDown();
            }
        }
    }

    private static void esperarUmPouco(Object monitor) throws InterruptedException {
        synchronized (monitor) {
            monitor.notifyAll();
            monitor.wait(1);
        }
    }
}
