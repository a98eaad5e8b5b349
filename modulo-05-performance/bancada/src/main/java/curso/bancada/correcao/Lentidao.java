package curso.bancada.correcao;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Quantas vezes a máquina está mais lenta, agora, do que se fosse só nossa.
///
/// Uma thread gasta alguns milissegundos de processador e vê quanto tempo de relógio isso levou: com o dobro de gente
/// querendo o mesmo núcleo, leva o dobro. Vale em qualquer sistema e conta também a cota de um contêiner.
final class Lentidao {

    private static final double MAXIMA = 6;
    /// Maior que a fatia que o Linux dá a quem acaba de acordar: menos que isso não disputaria o núcleo com ninguém.
    private static final long PROCESSADOR_NANOS = TimeUnit.MILLISECONDS.toNanos(12);
    private static final long DESISTENCIA_NANOS = (long) (PROCESSADOR_NANOS * MAXIMA * 2);
    private static final Duration VALIDADE = Duration.ofMillis(300);

    private static long medidaEm;
    private static double medida;

    private Lentidao() {}

    /// Diz se a máquina está tão ocupada que nem o prazo esticado ao máximo basta.
    static boolean noLimite() {
        return atual() >= MAXIMA;
    }

    /// De 1 (livre) a 6 (mais ocupada que isso, alguém precisa fechar programas); medida de novo a cada 300 ms.
    static synchronized double atual() {
        if (medida == 0 || System.nanoTime() - medidaEm > VALIDADE.toNanos()) {
            medida = medir();
            medidaEm = System.nanoTime();
        }
        return medida;
    }

    private static double medir() {
        double[] vezes = {1};
        Thread sonda = Thread.ofPlatform().daemon().name("lentidao").start(() -> vezes[0] = vezesMaisLenta());
        try {
            sonda.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
        return Math.clamp(vezes[0], 1, MAXIMA);
    }

    private static double vezesMaisLenta() {
        var threads = ManagementFactory.getThreadMXBean();
        if (!threads.isCurrentThreadCpuTimeSupported()) {
            return 1;
        }
        long inicio = System.nanoTime();
        long gastoNoInicio = threads.getCurrentThreadCpuTime();
        long gasto = 0;
        long passou = 0;
        while (gasto < PROCESSADOR_NANOS && passou < DESISTENCIA_NANOS) {
            gasto = threads.getCurrentThreadCpuTime() - gastoNoInicio;
            passou = System.nanoTime() - inicio;
        }
        return (double) passou / Math.max(1, gasto);
    }
}
