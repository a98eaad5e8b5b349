package exercicios.aula01_threads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// ARMADILHA: a thread da tarefa só termina o future com Exception.
public final class PortaoDeConcorrencia {

    /// Um trabalho com uma parte que não toca o recurso e uma que toca.
    public interface Tarefa<T> {

        /// Espera o que for preciso, fora do recurso.
        void preparar() throws Exception;

        /// Usa o recurso.
        T usar() throws Exception;
    }

    private final int limite;
    private final Semaphore vagas;

    /// Cria um portão com `limite` vagas.
    public PortaoDeConcorrencia(int limite) {
        if (limite < 1) {
            throw new IllegalArgumentException("limite: " + limite + "; é ao menos 1");
        }
        this.limite = limite;
        this.vagas = new Semaphore(limite);
    }

    /// Executa `uso` na thread que chama, assim que houver vaga; sem vaga em `espera`, lança `TimeoutException`.
    public <T> T passar(Callable<T> uso, Duration espera) throws Exception {
        if (!vagas.tryAcquire(espera.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("nenhuma das " + limite + " vagas abriu em " + espera.toMillis() + " ms");
        }
        try {
            return uso.call();
        } finally {
            vagas.release();
        }
    }

    /// Prepara todas as tarefas ao mesmo tempo e passa o uso de cada uma pelo portão.
    public <T> List<Future<T>> processar(List<Tarefa<T>> tarefas, Duration espera) throws InterruptedException {
        List<Future<T>> resultados = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (Tarefa<T> tarefa : tarefas) {
            var resultado = new CompletableFuture<T>();
            resultados.add(resultado);
            threads.add(Thread.ofVirtual().start(() -> fazer(tarefa, espera, resultado)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return resultados;
    }

    private <T> void fazer(Tarefa<T> tarefa, Duration espera, CompletableFuture<T> resultado) {
        try {
            tarefa.preparar();
            resultado.complete(passar(tarefa::usar, espera));
        } catch (Exception falha) {
            resultado.completeExceptionally(falha);
        }
    }
}
