package curso.bancada.instrumentos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
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
            assertThat(pilhas).contains("parada-virtual", "parada-de-plataforma", "Parada.ficar").doesNotContain("Reference Handler");
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
}
