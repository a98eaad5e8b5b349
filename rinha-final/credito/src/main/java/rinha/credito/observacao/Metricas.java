package rinha.credito.observacao;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

/// O que a API conta de si, no formato do Prometheus.
public final class Metricas implements AutoCloseable {
    public static final String TIPO_DE_CONTEUDO = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registro = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics coletor = new JvmGcMetrics();

    public Metricas() {
        new JvmMemoryMetrics().bindTo(registro);
        new ProcessorMetrics().bindTo(registro);
        coletor.bindTo(registro);
    }

    /// O medidor de uma rota; `rota` é o modelo (`/clientes/{id}/extrato`), nunca o caminho pedido.
    public MedidorDeRota rota(String metodo, String rota) {
        return new MedidorDeRota(registro, metodo, rota);
    }

    public IntConsumer tamanhoDosLotes() {
        var tamanhos = DistributionSummary.builder("credito.lote.tamanho")
                .description("Transações por lote gravado").serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128).register(registro);
        return tamanhos::record;
    }

    public void transacoesEmCurso(IntSupplier emCurso) {
        Gauge.builder("credito.escrita.em.curso", emCurso::getAsInt).description("Transações aceitas e ainda sem resposta").register(registro);
    }

    public MetricsTrackerFactory doPool() {
        return new MicrometerMetricsTrackerFactory(registro);
    }

    public String texto() {
        return registro.scrape();
    }

    @Override
    public void close() {
        coletor.close();
        registro.close();
    }
}
