package rinha.credito.observacao;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// O histograma de tempos de uma rota, um por status: percentis não se somam nem se calculam da média.
public final class MedidorDeRota {
    private static final Duration[] FAIXAS = {
        Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(4), Duration.ofMillis(8), Duration.ofMillis(12), Duration.ofMillis(25),
        Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(1_000), Duration.ofMillis(5_000)
    };

    private final MeterRegistry registro;
    private final String metodo;
    private final String rota;
    /// Por status, sem montar a chave do registro a cada pedido.
    private final AtomicReferenceArray<Timer> porStatus = new AtomicReferenceArray<>(600);

    MedidorDeRota(MeterRegistry registro, String metodo, String rota) {
        this.registro = registro;
        this.metodo = metodo;
        this.rota = rota;
    }

    public void registrar(int status, long nanos) {
        var tempo = porStatus.get(status);
        if (tempo == null) {
            tempo = criar(status);
            porStatus.set(status, tempo);
        }
        tempo.record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer criar(int status) {
        return Timer.builder("http.server.requests").description("Tempo de atendimento, sem a fila da rede")
                .tags("method", metodo, "uri", rota, "status", Integer.toString(status)).serviceLevelObjectives(FAIXAS).register(registro);
    }
}
