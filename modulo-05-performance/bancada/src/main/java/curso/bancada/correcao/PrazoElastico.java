package curso.bancada.correcao;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Um prazo que se estica quando a máquina está ocupada: um veredito não pode depender da pressa dela.
///
/// Quando o prazo acaba, mede-se a lentidão do momento (ver [Lentidao]) e o prazo passa a ser o dado vezes ela. Numa
/// máquina livre nada muda: quem trava espera só o prazo dado. Um laço sem fim deste mesmo processo também não o estica: os
/// outros só atrasam pelo que tomam da máquina. Não é seguro para uso concorrente.
public final class PrazoElastico {

    private static final double MAIOR_PARTE = 0.5;
    private static final long PASSO_NANOS = 200_000;
    private static final long MAIOR_PASSO_NANOS = 10 * PASSO_NANOS;
    private static final OperatingSystemMXBean PROCESSO = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long inicio = System.nanoTime();
    private final long gastoNoInicio = PROCESSO.getProcessCpuTime();
    private final long livre;
    private long vence;

    private PrazoElastico(Duration livre) {
        this.livre = livre.toNanos();
        this.vence = inicio + this.livre;
    }

    /// O prazo, contado de agora, que bastaria numa máquina livre.
    public static PrazoElastico de(Duration numaMaquinaLivre) {
        return new PrazoElastico(numaMaquinaLivre);
    }

    /// O prazo já esticado pela lentidão deste instante, para quem só aceita uma duração.
    public static Duration esticado(Duration numaMaquinaLivre) {
        return Duration.ofNanos((long) (numaMaquinaLivre.toNanos() * Lentidao.atual()));
    }

    /// Espera que a condição valha; devolve `false` se o prazo acaba antes. Pergunta cada vez mais devagar, até uma vez a cada 2 ms.
    public static boolean ate(BooleanSupplier condicao, Duration numaMaquinaLivre) {
        var prazo = de(numaMaquinaLivre);
        long passo = PASSO_NANOS;
        while (!condicao.getAsBoolean()) {
            if (prazo.venceu()) {
                return condicao.getAsBoolean();
            }
            LockSupport.parkNanos(passo);
            passo = Math.min(passo + passo / 8, MAIOR_PASSO_NANOS);
        }
        return true;
    }

    /// Quanto falta; zero ou negativo quando é hora de perguntar se [#venceu()].
    public long faltaNanos() {
        return vence - System.nanoTime();
    }

    /// Diz se o prazo acabou; se a máquina está ocupada, antes o estica.
    public boolean venceu() {
        if (faltaNanos() > 0) {
            return false;
        }
        vence = Math.max(vence, inicio + (long) (livre * lentidaoDosOutros(Lentidao.atual(), nossaParte())));
        return faltaNanos() <= 0;
    }

    /// Diz se o prazo acabou porque outros ocupam a máquina: ela está no limite, e não é este processo que a ocupa.
    boolean culpaDaMaquina() {
        return Lentidao.noLimite() && nossaParte() < MAIOR_PARTE;
    }

    /// Quantas vezes os outros programas atrasam este, que usou `nossaParte` de uma máquina `lentidao` vezes mais lenta.
    static double lentidaoDosOutros(double lentidao, double nossaParte) {
        return nossaParte < MAIOR_PARTE ? lentidao : Math.min(lentidao, Math.max(1, 1 / nossaParte));
    }

    /// Quanto da máquina este processo usou desde o começo do prazo: 1 é tudo.
    private double nossaParte() {
        double todos = (double) passou().toNanos() * Runtime.getRuntime().availableProcessors();
        return (PROCESSO.getProcessCpuTime() - gastoNoInicio) / Math.max(1, todos);
    }

    /// Quanto tempo já passou desde o começo do prazo.
    public Duration passou() {
        return Duration.ofNanos(System.nanoTime() - inicio);
    }
}
