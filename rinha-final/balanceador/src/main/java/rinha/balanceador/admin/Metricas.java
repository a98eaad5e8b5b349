package rinha.balanceador.admin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import rinha.balanceador.pedido.Recusa;
import rinha.balanceador.servidor.Servidor;

/// O que o balanceador conta de si, no formato do Prometheus.
public final class Metricas implements AutoCloseable {
    private static final Duration[] FAIXAS = {
        Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(4), Duration.ofMillis(8), Duration.ofMillis(12), Duration.ofMillis(25),
        Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(1_000), Duration.ofMillis(5_000)
    };
    private static final int CLASSES = 6;

    private final PrometheusMeterRegistry registro = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics coletor = new JvmGcMetrics();
    /// Por servidor e classe de status, prontos: nada se procura nem se aloca por pedido.
    private final Timer[] tempos;
    private final LongAdder[] abandonos;
    private final Map<Recusa, LongAdder> recusas = new EnumMap<>(Recusa.class);
    private final Counter repeticoes;
    private final Counter cortes;

    public Metricas(List<Servidor> servidores, AtomicInteger conexoes) {
        new JvmMemoryMetrics().bindTo(registro);
        new ProcessorMetrics().bindTo(registro);
        coletor.bindTo(registro);
        tempos = new Timer[servidores.size() * CLASSES];
        abandonos = new LongAdder[servidores.size()];
        servidores.forEach(this::doServidor);
        for (var recusa : Recusa.values()) {
            var soma = new LongAdder();
            recusas.put(recusa, soma);
            FunctionCounter.builder("balanceador.recusas", soma, LongAdder::sum).description("Respostas do próprio balanceador")
                    .tags("motivo", recusa.motivo(), "status", Integer.toString(recusa.status())).register(registro);
        }
        repeticoes = Counter.builder("balanceador.repeticoes").description("Pedidos mandados outra vez").register(registro);
        cortes = Counter.builder("balanceador.cortes").description("Respostas interrompidas depois de começadas").register(registro);
        Gauge.builder("balanceador.conexoes", conexoes::get).description("Conexões de clientes abertas").register(registro);
    }

    public void respondido(Servidor servidor, int status, long nanos) {
        tempos[servidor.indice() * CLASSES + Math.min(status / 100, CLASSES - 1)].record(nanos, TimeUnit.NANOSECONDS);
    }

    /// O cliente foi embora antes da resposta.
    public void abandonado(Servidor servidor) {
        abandonos[servidor.indice()].increment();
    }

    public void recusado(Recusa recusa) {
        recusas.get(recusa).increment();
    }

    public void repetido() {
        repeticoes.increment();
    }

    public void cortado() {
        cortes.increment();
    }

    /// Um servidor saiu ou voltou.
    public void mudou(String servidor, boolean disponivel) {
        registro.counter(disponivel ? "balanceador.voltas" : "balanceador.saidas", "servidor", servidor).increment();
    }

    public String texto() {
        return registro.scrape();
    }

    private void doServidor(Servidor servidor) {
        for (int classe = 1; classe < CLASSES; classe++) {
            tempos[servidor.indice() * CLASSES + classe] = Timer.builder("balanceador.pedidos").description("Do pedido inteiro recebido à resposta inteira escrita")
                    .tags("servidor", servidor.nome(), "status", classe + "xx").serviceLevelObjectives(FAIXAS).register(registro);
        }
        abandonos[servidor.indice()] = new LongAdder();
        FunctionCounter.builder("balanceador.abandonos", abandonos[servidor.indice()], LongAdder::sum).description("Clientes que foram embora antes da resposta")
                .tags("servidor", servidor.nome()).register(registro);
        Gauge.builder("balanceador.em.curso", servidor::emCurso).description("Pedidos em curso").tags("servidor", servidor.nome()).register(registro);
        Gauge.builder("balanceador.disponivel", () -> servidor.saude().disponivel() ? 1 : 0).description("1 se recebe pedidos").tags("servidor", servidor.nome()).register(registro);
    }

    @Override
    public void close() {
        coletor.close();
        registro.close();
    }
}
