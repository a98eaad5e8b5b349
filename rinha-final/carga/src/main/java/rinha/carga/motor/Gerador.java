package rinha.carga.motor;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import rinha.carga.Plano;
import rinha.carga.medida.Instantaneo;
import rinha.carga.medida.Intervalo;
import rinha.carga.medida.Placar;
import rinha.carga.medida.Resultado;

/// Roda uma carga, uma vez, e devolve o que ela mediu.
///
/// ```java
/// Resultado r = new Gerador(plano).rodar();
/// ```
public final class Gerador {

    /// Folga além do prazo do plano: se nem assim a thread do motor terminou, algo nela bloqueia.
    private static final Duration FOLGA = Duration.ofSeconds(5);

    private final Plano plano;
    private final Consumer<Instantaneo> acompanhamento;
    private final Duration folga;
    private volatile Motor motor;
    private volatile boolean mandaramParar;

    public Gerador(Plano plano) {
        this(plano, instantaneo -> { });
    }

    /// @param acompanhamento recebe a fotografia de cada segundo, na thread do motor: não bloqueie
    public Gerador(Plano plano, Consumer<Instantaneo> acompanhamento) {
        this(plano, acompanhamento, FOLGA);
    }

    Gerador(Plano plano, Consumer<Instantaneo> acompanhamento, Duration folga) {
        this.plano = plano;
        this.acompanhamento = acompanhamento;
        this.folga = folga;
    }

    /// Roda até o fim e devolve o resultado, o mais tardar 5 s depois de [Plano#prazo].
    ///
    /// @throws IllegalStateException se a conferência ou a fonte lançou exceção, ou se uma delas bloqueou
    public Resultado rodar() throws InterruptedException {
        FutureTask<Resultado> tarefa = new FutureTask<>(this::medir);
        Thread thread = Thread.ofPlatform().name("carga-motor").daemon().start(tarefa);
        try {
            return tarefa.get(plano.prazo().plus(folga).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a carga parou: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("a carga não terminou no prazo; a thread do motor está em "
                    + Arrays.toString(thread.getStackTrace()), e);
        } finally {
            parar();
        }
    }

    /// Faz a carga acabar antes da hora; o que já foi medido fica no resultado. De qualquer thread.
    public void parar() {
        mandaramParar = true;
        Motor atual = motor;
        if (atual != null) {
            atual.parar();
        }
    }

    private Resultado medir() {
        Instant comecou = Instant.now();
        Relogio relogio = Relogio.desdeAgora();
        long fimDoAquecimento = plano.aquecimento().toNanos();
        try (VigiaDePausas pausas = new VigiaDePausas();
             VigiaDoRitmo ritmo = new VigiaDoRitmo(relogio, fimDoAquecimento)) {
            return medir(relogio, new Placar(fimDoAquecimento, ritmo), pausas, ritmo, comecou);
        }
    }

    private Resultado medir(Relogio relogio, Placar placar, VigiaDePausas pausas, VigiaDoRitmo ritmo, Instant comecou) {
        try (Motor novo = new Motor(plano, relogio, placar, acompanhamento)) {
            motor = novo;
            if (mandaramParar) {
                novo.parar();
            }
            return medir(novo, placar, pausas, ritmo, comecou);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            motor = null;
        }
    }

    private Resultado medir(Motor novo, Placar placar, VigiaDePausas pausas, VigiaDoRitmo ritmo, Instant comecou)
            throws IOException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var sistema = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpuAntes = sistema.getProcessCpuTime();
        long bytesAntes = threads.getCurrentThreadAllocatedBytes();
        long parou = novo.rodar();
        long bytes = threads.getCurrentThreadAllocatedBytes() - bytesAntes;
        double cpu = (sistema.getProcessCpuTime() - cpuAntes) / 1e9;
        double segundos = segundosMedidos(placar, Math.min(parou, novo.parada()));
        long todos = placar.intervalos().stream().mapToLong(Intervalo::enviados).sum();
        return new Resultado(plano, comecou, segundos, placar.enviados(), placar.rotas(), placar.erros(),
                placar.errosNoAquecimento(), placar.intervalos(),
                new Diagnostico(plano, placar).saude(segundos, cpu, (double) bytes / Math.max(1, todos), pausas.parar(),
                        ritmo.parar(placar.foraDoLento())),
                placar.cortados() > 0 || novo.parada() < plano.duracaoTotal().toNanos(), placar.cortados());
    }

    /// Do fim do aquecimento até o fim da agenda, ou até a última resposta se ela veio depois; nunca além de `ate`.
    private double segundosMedidos(Placar placar, long ate) {
        long fim = Math.min(ate, Math.max(plano.duracaoTotal().toNanos(), placar.ultimaResposta()));
        return Math.max(0, fim - plano.aquecimento().toNanos()) / 1e9;
    }
}
