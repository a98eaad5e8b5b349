package curso.bancada.correcao;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Falha do aluno: o sistema que recusa mais uma thread")
class FalhaDoAlunoTest {

    private static final Error RECUSA = new OutOfMemoryError("unable to create native thread: possibly out of memory or process/resource limits reached");

    @Test
    @DisplayName("com poucas threads aqui, a falta é da máquina; com mais de mil, é do código")
    void distingueDeQuemEAFalta_pelasThreadsDesteProcesso() throws InterruptedException {
        ManagementFactory.getThreadMXBean().resetPeakThreadCount();
        assertThat(FalhaDoAluno.explicar(new IllegalStateException(RECUSA), Optional.empty()))
                .containsInstanceOf(FalhaDaMaquina.class)
                .hasValueSatisfying(f -> assertThat(f).hasMessageContaining("O sistema recusou mais uma thread"));

        var fim = new CountDownLatch(1);
        List<Thread> muitas = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                muitas.add(Thread.ofPlatform().daemon().start(() -> esperar(fim)));
            }
        } finally {
            fim.countDown();
        }
        for (Thread uma : muitas) {
            uma.join();
        }

        assertThat(FalhaDoAluno.explicar(RECUSA, Optional.empty())).containsInstanceOf(FalhaExplicada.class)
                .hasValueSatisfying(f -> assertThat(f).hasMessageContaining("já teve").hasMessageContaining("try-with-resources"));
    }

    private static void esperar(CountDownLatch fim) {
        try {
            fim.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
