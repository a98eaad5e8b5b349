package rinha.carga.medida;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/// Latências de um grupo de pedidos: percentis com três algarismos significativos, em memória fixa.
///
/// Não é para várias threads: quem registra é a do motor, e os outros leem depois que ela terminou.
public final class Latencias {

    private static final long MINIMO = 1_000;
    private static final long MAXIMO = Duration.ofHours(1).toNanos();

    private final Histogram histograma;

    public Latencias() {
        this(3);
    }

    private Latencias(int algarismos) {
        this.histograma = new Histogram(MINIMO, MAXIMO, algarismos);
    }

    /// Devolve um histograma de 1% de erro: dez vezes menor, para o que é lido a cada segundo.
    static Latencias grossas() {
        return new Latencias(2);
    }

    /// Ponto da curva de percentis: `percentil`% dos pedidos levaram até `ms`.
    public record Ponto(double percentil, double ms) {
    }

    /// Registra nanossegundos; o que passa de uma hora conta como uma hora.
    public void registrar(long nanos) {
        histograma.recordValue(Math.clamp(nanos, 0, MAXIMO));
    }

    public void somar(Latencias outras) {
        histograma.add(outras.histograma);
    }

    void zerar() {
        histograma.reset();
    }

    public long total() {
        return histograma.getTotalCount();
    }

    /// Devolve o percentil em milissegundos; 0 se nada foi registrado.
    public double percentilMs(double percentil) {
        return total() == 0 ? 0 : histograma.getValueAtPercentile(percentil) / 1e6;
    }

    public double p50Ms() {
        return percentilMs(50);
    }

    public double p99Ms() {
        return percentilMs(99);
    }

    public double p999Ms() {
        return percentilMs(99.9);
    }

    public double maxMs() {
        return total() == 0 ? 0 : histograma.getMaxValue() / 1e6;
    }

    public double mediaMs() {
        return total() == 0 ? 0 : histograma.getMean() / 1e6;
    }

    /// Devolve quantos levaram `limite` ou menos, com o erro de 0,1% do histograma.
    public long ate(Duration limite) {
        return total() == 0 ? 0 : histograma.getCountBetweenValues(0, Math.min(limite.toNanos(), MAXIMO));
    }

    /// Devolve a curva de percentis, mais densa perto de 100%: cinco pontos a cada metade do que falta.
    public List<Ponto> curva() {
        List<Ponto> pontos = new ArrayList<>();
        histograma.percentiles(5).forEach(v ->
                pontos.add(new Ponto(v.getPercentileLevelIteratedTo(), v.getValueIteratedTo() / 1e6)));
        return pontos;
    }
}
