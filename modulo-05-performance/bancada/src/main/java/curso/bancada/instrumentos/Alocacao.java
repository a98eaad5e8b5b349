package curso.bancada.instrumentos;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// Conta bytes alocados no heap por todas as threads do processo, virtuais inclusive.
///
/// O contador é do processo: o que outra thread aloca ao mesmo tempo entra na conta. Compare ordens de grandeza, não bytes.
public final class Alocacao {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Alocacao() {}

    /// Bytes alocados enquanto a ação executa.
    public static long bytes(Acao acao) throws Exception {
        long antes = THREADS.getTotalThreadAllocatedBytes();
        acao.executar();
        return THREADS.getTotalThreadAllocatedBytes() - antes;
    }

    /// Média de bytes de cada uma das `vezes` execuções, depois de um aquecimento com o mesmo número de execuções.
    public static long bytesPorOperacao(int vezes, Acao acao) throws Exception {
        if (vezes < 1) {
            throw new IllegalArgumentException("Veio vezes=%d; a média precisa de ao menos 1 execução; passe um número positivo".formatted(vezes));
        }
        Acao todas = () -> {
            for (int i = 0; i < vezes; i++) {
                acao.executar();
            }
        };
        todas.executar();
        return bytes(todas) / vezes;
    }
}
