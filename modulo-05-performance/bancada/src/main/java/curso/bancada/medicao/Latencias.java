package curso.bancada.medicao;

import java.util.Collection;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// Guarda latências sem guardar cada uma: percentis com três algarismos significativos, em memória fixa.
///
/// Pode ser alimentada por várias threads. O que passa de uma hora conta como uma hora; o que é
/// negativo (relógio que não é monotônico) é recusado.
public final class Latencias {

    private static final long MAXIMO = 3_600_000_000_000L;

    private final Histogram histograma = new ConcurrentHistogram(MAXIMO, 3);

    /// Registra uma latência em nanossegundos.
    public void registrar(long nanos) {
        Exigir.que(nanos >= 0, "latência de %d ns; meça com System.nanoTime(), que não anda para trás", nanos);
        histograma.recordValue(Math.min(nanos, MAXIMO));
    }

    /// Devolve uma cópia com todas as latências destas: percentis de rodadas diferentes não se somam nem se tira a média
    /// deles, mas as latências que lhes deram origem se juntam.
    public static Latencias juntas(Collection<Latencias> rodadas) {
        var todas = new Latencias();
        rodadas.forEach(rodada -> todas.histograma.add(rodada.histograma));
        return todas;
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

    /// Devolve o percentil `p` em milissegundos; `NaN` se nada foi registrado.
    public double percentilMs(double p) {
        return total() == 0 ? Double.NaN : histograma.getValueAtPercentile(p) / 1e6;
    }

    public double maxMs() {
        return total() == 0 ? Double.NaN : histograma.getMaxValue() / 1e6;
    }

    public double mediaMs() {
        return total() == 0 ? Double.NaN : histograma.getMean() / 1e6;
    }

    public long total() {
        return histograma.getTotalCount();
    }
}
