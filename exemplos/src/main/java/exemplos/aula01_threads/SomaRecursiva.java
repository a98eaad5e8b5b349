package exemplos.aula01_threads;

import exemplos.aula01_threads.Primos.Fatia;
import java.util.concurrent.RecursiveTask;

/// A soma dividida ao meio até caber numa tarefa: quem fica sem trabalho rouba metades de quem tem.
final class SomaRecursiva extends RecursiveTask<Long> {
    private static final long serialVersionUID = 1L;
    private static final long CABE_NUMA_TAREFA = 5_000;

    private final transient Fatia fatia;

    SomaRecursiva(Fatia fatia) {
        this.fatia = fatia;
    }

    // @start region=dividir
    @Override
    protected Long compute() {
        if (fatia.ate() - fatia.de() < CABE_NUMA_TAREFA) {
            return fatia.somar();
        }
        long meio = (fatia.de() + fatia.ate()) / 2;
        var esquerda = new SomaRecursiva(new Fatia(fatia.de(), meio));
        esquerda.fork();
        long direita = new SomaRecursiva(new Fatia(meio + 1, fatia.ate())).compute();
        return direita + esquerda.join();
    }
    // @end region=dividir
}
