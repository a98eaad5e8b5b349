package curso.bancada.instrumentos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// GravacaoJfr, Contencao e Fixacoes.
@Timeout(60)
class EventosDaJvmTest {
    private final Object trava = new Object();

    @Test
    @DisplayName("Uma entrada disputada é contada; entradas sem disputa, nenhuma")
    void contaDisputas_quandoMonitorOcupado() throws Exception {
        assertThat(Contencao.contar(this::disputarUmaVez)).isEqualTo(1);
        assertThat(Contencao.contar(() -> {
            for (int i = 0; i < 1_000; i++) {
                synchronized (trava) {
                    trava.hashCode();
                }
            }
        })).isZero();
    }

    private void disputarUmaVez() throws Exception {
        var entrada = new FutureTask<Void>(() -> {
            synchronized (trava) {
                trava.hashCode();
            }
        }, null);
        synchronized (trava) {
            Thread outra = Thread.ofPlatform().start(entrada);
            // Só solta depois de ver a outra parada na porta: a disputa é certa, não provável.
            while (outra.getState() != Thread.State.BLOCKED) {
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(100));
            }
        }
        // Thread.join espera no monitor da própria thread, que também a disputa ao acabar: seria outra disputa.
        entrada.get();
    }

    @Test
    @DisplayName("Esperar dentro de synchronized não fixa a thread virtual (JEP 491); num inicializador de classe, fixa")
    void contaFixacoes_quandoInicializadorDeClasse() throws Exception {
        assertThat(Fixacoes.contar(() -> virtual(() -> {
            synchronized (trava) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }))).isZero();
        assertThat(Fixacoes.contar(() -> virtual(() -> new EsperaAoSerCarregada()))).isPositive();
    }

    private static final class EsperaAoSerCarregada {
        static {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private static void virtual(Runnable tarefa) throws InterruptedException {
        Thread.ofVirtual().start(tarefa).join(Duration.ofSeconds(10));
    }

    @Test
    @DisplayName("A gravação traz só os eventos pedidos, com pilha, e os da ação apenas")
    void trazSoOsPedidos_quandoGrava() throws Exception {
        disputarUmaVez();
        var eventos = GravacaoJfr.de(this::disputarUmaVez, "jdk.JavaMonitorEnter", "jdk.ThreadStart");
        assertThat(eventos).extracting(e -> e.getEventType().getName()).contains("jdk.JavaMonitorEnter", "jdk.ThreadStart")
                .containsOnly("jdk.JavaMonitorEnter", "jdk.ThreadStart");
        assertThat(eventos).filteredOn(e -> e.getEventType().getName().equals("jdk.JavaMonitorEnter")).hasSize(1)
                .first().extracting(e -> e.getStackTrace().getFrames()).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST).isNotEmpty();
    }

    @Test
    @DisplayName("A falha da ação chega a quem mede, e o nome de um evento que não existe é recusado")
    void falha_quandoAAcaoFalha() {
        assertThatThrownBy(() -> Contencao.contar(() -> {
            throw new IllegalStateException("da ação");
        })).isInstanceOf(IllegalStateException.class).hasMessage("da ação");
        assertThatThrownBy(() -> GravacaoJfr.de(() -> {}, "jdk.NaoExiste")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("jdk.NaoExiste");
    }

    @Test
    @DisplayName("Duas gravações ao mesmo tempo não se misturam nos arquivos")
    void naoSeMisturam_quandoJuntas() throws Exception {
        var pronta = new CountDownLatch(1);
        var outra = Thread.ofPlatform().start(() -> {
            try {
                GravacaoJfr.de(pronta::await, "jdk.ThreadSleep");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        assertThat(Contencao.contar(this::disputarUmaVez)).isEqualTo(1);
        pronta.countDown();
        outra.join();
    }
}
