package rinha.credito.limite;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Um balde de fichas por cliente, na memória desta instância: com duas instâncias, o limite de verdade é o dobro.
///
/// Só clientes que existem chegam aqui, e por isso o mapa não cresce sem fim.
public final class LimiteLocal implements LimiteDeTaxa {
    private final int porSegundo;
    private final TimeMeter relogio;
    private final ConcurrentMap<Integer, Bucket> baldes = new ConcurrentHashMap<>();

    public LimiteLocal(int porSegundo, TimeMeter relogio) {
        this.porSegundo = porSegundo;
        this.relogio = relogio;
    }

    @Override
    public Duration esperaPara(int cliente) {
        var balde = baldes.computeIfAbsent(cliente, _ -> Bucket.builder()
                .addLimit(limite -> limite.capacity(porSegundo).refillGreedy(porSegundo, Duration.ofSeconds(1)))
                .withCustomTimePrecision(relogio).build());
        return Duration.ofNanos(balde.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    @Override
    public void close() {
        baldes.clear();
    }
}
