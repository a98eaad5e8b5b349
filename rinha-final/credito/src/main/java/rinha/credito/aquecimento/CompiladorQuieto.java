package rinha.credito.aquecimento;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Sabe quando o compilador da JVM parou de trabalhar: o tempo somado de compilação quase não cresce mais.
final class CompiladorQuieto {
    static final Duration INTERVALO = Duration.ofMillis(500);
    /// Menos que isto de compilação num intervalo é o resto que sempre há.
    private static final long QUIETO_MS = 20;
    /// O C2 trabalha aos saltos: um intervalo calmo não basta.
    private static final int INTERVALOS_CALMOS = 3;

    private final LongSupplier compilacaoMs;
    private final long noInicio;
    private final long maximo;
    private long anterior;
    private int calmos;
    private int intervalos;

    /// @param prazo        o máximo a esperar; arredondado para cima, em intervalos
    /// @param compilacaoMs o tempo total de compilação até agora, em milissegundos
    CompiladorQuieto(Duration prazo, LongSupplier compilacaoMs) {
        this.compilacaoMs = compilacaoMs;
        maximo = Math.ceilDiv(prazo.toMillis(), INTERVALO.toMillis());
        noInicio = compilacaoMs.getAsLong();
        anterior = noInicio;
    }

    /// Chamado a cada [#INTERVALO].
    boolean sossegou() {
        long agora = compilacaoMs.getAsLong();
        calmos = intervalos > 0 && agora - anterior < QUIETO_MS ? calmos + 1 : 0;
        anterior = agora;
        return calmos >= INTERVALOS_CALMOS || intervalos++ >= maximo;
    }

    long gasto() {
        return anterior - noInicio;
    }
}
