package exemplos.aula01_threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exemplos.aula01_threads.Primos.Fatia;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Interrupção: quem fica sabendo")
final class InterrupcaoTest {
    private final CountDownLatch nunca = new CountDownLatch(1);

    @BeforeEach
    void interromper() {
        Thread.currentThread().interrupt();
    }

    @AfterEach
    void limpar() {
        Thread.interrupted();
    }

    @Test
    @DisplayName("quem engole apaga a marca: depois dele ninguém sabe")
    void perdeAMarca_quandoEngole() {
        assertThat(Interrupcao.engole(nunca)).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    @DisplayName("quem devolve a marca avisa quem o chamou")
    void mantemAMarca_quandoDevolve() {
        assertThat(Interrupcao.devolveAMarca(nunca)).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    @DisplayName("quem deixa passar lança InterruptedException")
    void lanca_quandoDeixaPassar() {
        assertThatThrownBy(() -> Interrupcao.deixaPassar(nunca)).isInstanceOf(InterruptedException.class);
    }

    @Test
    @DisplayName("a conta que pergunta para no meio; a que não pergunta vai até o fim")
    void paraNoMeio_quandoAContaPergunta() {
        assertThatThrownBy(() -> Interrupcao.contaQueObedece(new Fatia(1, 5_000)))
                .isInstanceOf(InterruptedException.class).hasMessageContaining("1000");
        Thread.currentThread().interrupt();
        assertThat(new Fatia(1, 5_000).somar()).isEqualTo(1_548_136);
    }

    @Test
    @DisplayName("sem interrupção, a conta que pergunta dá a mesma soma")
    void daAMesmaSoma_quandoNinguemInterrompe() throws InterruptedException {
        Thread.interrupted();
        assertThat(Interrupcao.contaQueObedece(new Fatia(1, 5_000))).isEqualTo(1_548_136);
    }
}
