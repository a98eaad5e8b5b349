package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import curso.bancada.instrumentos.PontoDeEncontro;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Carga fechada")
class CargaTest {

    private static final Duration CURTA = Duration.ofMillis(40);
    private static final Duration PRAZO = Duration.ofSeconds(10);

    @Test
    @DisplayName("sem aquecimento, cada operação entra na conta uma vez, como acerto ou como erro")
    void contaCadaOperacaoUmaVez() throws Exception {
        var chamadas = new AtomicLong();
        var medida = emRelogioDeProva(3, () -> {
            if (chamadas.incrementAndGet() % 3 == 0) {
                throw new IOException("de propósito");
            }
        });
        assertThat(chamadas.get()).isGreaterThanOrEqualTo(100);
        assertThat(medida.latencias().total() + medida.erros().total()).isEqualTo(chamadas.get());
        assertThat(medida.erros().total()).isEqualTo(chamadas.get() / 3);
    }

    @Test
    @DisplayName("com 40 ms de aquecimento, 100 ms de carga e operações de 10 ms, mede dez operações: 100 por segundo")
    void aquecimentoFicaDeFora() throws Exception {
        var relogio = new AtomicLong();
        var chamadas = new AtomicLong();
        var tempos = new CargaFechada.Tempos(Duration.ofMillis(40), Duration.ofMillis(100), PRAZO);
        var medida = new CargaFechada(1, tempos, relogio::get, () -> {
            chamadas.incrementAndGet();
            relogio.addAndGet(10_000_000);
        }).executar();
        assertThat(chamadas).hasValue(14);
        assertThat(medida.latencias().total()).isEqualTo(10);
        assertThat(medida.latencias().p99Ms()).isCloseTo(10, within(0.01));
        assertThat(medida.vazao()).isCloseTo(100, within(1e-9));
    }

    @Test
    @DisplayName("a vazão conta o que terminou na duração; a última operação, que passa do fim, só entra nas latências")
    void vazaoContaOQueTerminouNaDuracao() throws Exception {
        var relogio = new AtomicLong();
        var tempos = new CargaFechada.Tempos(Duration.ZERO, Duration.ofMillis(100), PRAZO);
        var medida = new CargaFechada(1, tempos, relogio::get, () -> relogio.addAndGet(80_000_000)).executar();
        assertThat(medida.latencias().total()).isEqualTo(2);
        assertThat(medida.vazao()).isCloseTo(10, within(1e-9));
    }

    @Test
    @DisplayName("mede ao menos uma operação por cliente, mesmo que o aquecimento engula a duração")
    void medeAoMenosUma() throws Exception {
        var relogio = new AtomicLong();
        var tempos = new CargaFechada.Tempos(Duration.ofMillis(10), Duration.ofMillis(10), PRAZO);
        var medida = new CargaFechada(1, tempos, relogio::get, () -> relogio.addAndGet(500_000_000)).executar();
        assertThat(medida.latencias().total()).isEqualTo(1);
        assertThat(medida.vazao()).isCloseTo(1 / 0.99, within(1e-9));
    }

    @Test
    @DisplayName("operação que falha não entra na vazão")
    void erroNaoEntraNaVazao() throws Exception {
        var soErros = emRelogioDeProva(2, () -> {
            throw new IOException("sempre");
        });
        assertThat(soErros.vazao()).isZero();
        assertThat(soErros.erros().total()).isPositive();
    }

    @Test
    @DisplayName("os clientes trabalham ao mesmo tempo: um encontro de todos se completa")
    void clientesAoMesmoTempo() throws Exception {
        var encontro = PontoDeEncontro.de(8, Duration.ofSeconds(5));
        var medida = emRelogioDeProva(8, encontro::esperar, 100);
        assertThat(medida.semErros().latencias().total()).isEqualTo(8);
    }

    @Test
    @DisplayName("os erros são contados por tipo e só os primeiros ficam guardados")
    void errosPorTipo() throws Exception {
        var chamadas = new AtomicLong();
        var medida = emRelogioDeProva(1, () -> {
            if (chamadas.incrementAndGet() == 1) {
                throw new IOException("a primeira");
            }
            throw new IllegalStateException("as outras");
        });
        assertThat(medida.erros().porTipo()).containsEntry("IOException", 1L)
                .containsEntry("IllegalStateException", chamadas.get() - 1);
        assertThat(medida.erros().primeiros()).hasSizeLessThanOrEqualTo(5).first().isInstanceOf(IOException.class);
        assertThatThrownBy(medida::semErros).hasMessageContaining("IOException").hasRootCauseMessage("a primeira");
    }

    @Test
    @DisplayName("um Error não é erro de operação: a carga para e ele chega a quem pediu")
    void errorChegaAQuemPediu() {
        assertThatThrownBy(() -> emRelogioDeProva(2, () -> {
            throw new StackOverflowError("fundo demais");
        })).hasMessageContaining("parou").hasCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    @DisplayName("operação que não volta: a carga falha no prazo, diz o que fazer e interrompe o cliente")
    void falhaNoPrazo_quandoOperacaoNaoVolta() throws Exception {
        var interrompido = new CountDownLatch(1);
        var tempos = new CargaFechada.Tempos(Duration.ZERO, CURTA, Duration.ofMillis(100));
        var carga = new CargaFechada(1, tempos, System::nanoTime, () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrompido.countDown();
                throw e;
            }
        });
        assertThatThrownBy(carga::executar).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cliente 1 de 1").hasMessageContaining("Dê um prazo a cada espera");
        assertThat(interrompido.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @DisplayName("interromper quem mede para os clientes e devolve a interrupção")
    void paraOsClientes_quandoQuemMedeEInterrompido() throws Exception {
        var comecou = new CountDownLatch(1);
        var parou = new AtomicBoolean();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var futuro = executor.submit(() -> Carga.fechada(1, Duration.ZERO, Duration.ofMinutes(5), () -> {
                comecou.countDown();
                try {
                    Thread.sleep(Duration.ofMinutes(1));
                } finally {
                    parou.set(true);
                }
            }));
            assertThat(comecou.await(5, TimeUnit.SECONDS)).isTrue();
            executor.shutdownNow();
            assertThatThrownBy(() -> futuro.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
        }
        assertThat(parou).isTrue();
    }

    @Test
    @DisplayName("recusa clientes e durações sem sentido")
    void recusaConfiguracaoSemSentido() {
        assertThatThrownBy(() -> Carga.fechada(0, CURTA, () -> { })).hasMessageContaining("clientes: 0");
        assertThatThrownBy(() -> Carga.fechada(1, Duration.ZERO, () -> { })).hasMessageContaining("duração");
        assertThatThrownBy(() -> Carga.fechada(1, CURTA.negated(), CURTA, () -> { })).hasMessageContaining("aquecimento");
    }

    private static Carga.Medida emRelogioDeProva(int clientes, Operacao operacao) throws Exception {
        return emRelogioDeProva(clientes, operacao, 1);
    }

    /// Exerce 100 ms de um relógio que só anda quando uma operação termina: a contagem não depende da máquina.
    private static Carga.Medida emRelogioDeProva(int clientes, Operacao operacao, int msPorOperacao) throws Exception {
        var relogio = new AtomicLong();
        var tempos = new CargaFechada.Tempos(Duration.ZERO, Duration.ofMillis(100), PRAZO);
        return new CargaFechada(clientes, tempos, relogio::get, () -> {
            try {
                operacao.executar();
            } finally {
                relogio.addAndGet(msPorOperacao * 1_000_000L);
            }
        }).executar();
    }
}
