package rinha.carga.motor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/// Diz quanto do tempo a thread que o chama passou no processador, e quanto passou à espera de um.
///
/// A espera vem do escalonador do Linux (`/proc/thread-self/schedstat`, segundo campo); em outro sistema
/// fica em zero. Chame sempre da mesma thread.
final class VigiaDaThread {

    private static final Path SCHEDSTAT = Path.of("/proc/thread-self/schedstat");

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Relogio relogio;
    private final boolean temSchedstat = Files.isReadable(SCHEDSTAT);
    private long instante;
    private long cpu;
    private long espera;
    private double ocupacao;
    private double fila;

    VigiaDaThread(Relogio relogio) {
        this.relogio = relogio;
        olhar();
    }

    /// Mede desde a chamada anterior.
    void olhar() {
        long agora = relogio.agora();
        long cpuAgora = threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : 0;
        long esperaAgora = lerEspera();
        double passou = Math.max(1, agora - instante);
        ocupacao = Math.clamp((cpuAgora - cpu) / passou, 0, 1);
        fila = Math.clamp((esperaAgora - espera) / passou, 0, 1);
        instante = agora;
        cpu = cpuAgora;
        espera = esperaAgora;
    }

    private long lerEspera() {
        if (!temSchedstat) {
            return 0;
        }
        try {
            return Long.parseLong(Files.readString(SCHEDSTAT).split("\\s+")[1]);
        } catch (IOException | RuntimeException e) {
            return espera; // um núcleo sem a contagem não pode parar a carga
        }
    }

    double ocupacao() {
        return ocupacao;
    }

    double fila() {
        return fila;
    }
}
