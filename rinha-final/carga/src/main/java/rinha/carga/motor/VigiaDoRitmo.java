package rinha.carga.motor;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import rinha.carga.medida.Calma;
import rinha.carga.medida.Latencias;
import rinha.carga.medida.Ritmo;

/// Mede a velocidade da máquina com uma conta fixa a cada 10 ms, no tempo de processador da própria thread.
///
/// A referência é a conta mais rápida já vista duas vezes seguidas: um passo em falso do relógio de processador, que acontece numa
/// máquina virtual, faria de uma só delas uma referência impossível, e de todas as outras, lentas. Cada conta leva cerca de 25 µs a 2,1 GHz: 0,25% de um núcleo.
final class VigiaDoRitmo implements Calma, AutoCloseable {

    /// Quantas vezes a referência uma conta custa quando a máquina está lenta. Dois núcleos que dividem um só, com
    /// os dois ocupados, ficam abaixo disso.
    static final double LENTO = 2;

    private static final long SONO = 10_000_000;
    /// Sem pulso por mais tempo que isto, não se sabe como a máquina está.
    private static final long NOTICIA_VELHA = 5 * SONO;
    private static final int PASSOS = 10_000;
    private static final int ENSAIOS = 200;

    private final Relogio relogio;
    private final long fimDoAquecimento;
    private final LongSupplier conta;
    private final Latencias custos = new Latencias();
    private final Thread thread;
    private long referencia = Long.MAX_VALUE;
    private long anterior = Long.MAX_VALUE;
    private long pulsos;
    private long lentos;
    private int semente = 1;
    private volatile long ultimoPulso = Long.MIN_VALUE;
    private volatile long ultimoLento = Long.MIN_VALUE;
    private volatile boolean fechado;

    VigiaDoRitmo(Relogio relogio, long fimDoAquecimento) {
        this.relogio = relogio;
        this.fimDoAquecimento = fimDoAquecimento;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        this.conta = () -> cronometrar(threads);
        this.thread = Thread.ofPlatform().daemon().name("carga-ritmo").unstarted(this::vigiar);
        if (threads.isCurrentThreadCpuTimeSupported()) {
            thread.start();
        }
    }

    /// Para os testes: sem thread, e com o custo de cada conta dado por eles.
    VigiaDoRitmo(Relogio relogio, long fimDoAquecimento, LongSupplier conta) {
        this.relogio = relogio;
        this.fimDoAquecimento = fimDoAquecimento;
        this.conta = conta;
        this.thread = Thread.ofPlatform().unstarted(this::vigiar);
    }

    private void vigiar() {
        for (int i = 0; i < ENSAIOS; i++) {
            conta.getAsLong(); // interpretada, a conta ainda não é a de referência
        }
        while (!fechado) {
            pulsar();
            LockSupport.parkNanos(SONO);
        }
    }

    void pulsar() {
        long custo = Math.max(1, conta.getAsLong());
        long agora = relogio.agora();
        referencia = Math.min(referencia, Math.max(custo, anterior));
        anterior = custo;
        double razao = (double) custo / referencia;
        if (razao >= LENTO) {
            ultimoLento = agora;
        }
        ultimoPulso = agora;
        if (agora >= fimDoAquecimento) {
            pulsos++;
            lentos += razao >= LENTO ? 1 : 0;
            custos.registrar(custo);
        }
    }

    /// O xorshift de Marsaglia, que não sai dos registradores: só a velocidade do núcleo muda o custo. Não é a congruência
    /// linear, mais simples, porque o C2 junta os passos dela e a conta deixa de ter tamanho fixo.
    private long cronometrar(ThreadMXBean threads) {
        long antes = threads.getCurrentThreadCpuTime();
        int x = semente;
        for (int i = 0; i < PASSOS; i++) {
            x ^= x << 13;
            x ^= x >>> 17;
            x ^= x << 5;
        }
        semente = x;
        return threads.getCurrentThreadCpuTime() - antes;
    }

    @Override
    public boolean desde(long instante) {
        return ultimoLento < instante && ultimoPulso > relogio.agora() - NOTICIA_VELHA;
    }

    /// Para de medir e devolve o que viu, com as latências que o placar guardou das janelas calmas.
    Ritmo parar(Latencias foraDoLento) {
        close();
        return new Ritmo(pulsos, pulsos == 0 ? 0 : (double) lentos / pulsos,
                pulsos < 2 ? 1 : Math.max(1, custos.p99Ms() * 1e6 / referencia), foraDoLento);
    }

    @Override
    public void close() {
        fechado = true;
        FimDeThread.esperar(thread);
    }
}
