package exercicios.aula01_threads;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// ARMADILHA: o tipo da exceção decide se a vaga foi obtida, e o uso lança os mesmos tipos.
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
        try {
            if (!vagas.tryAcquire(espera.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TimeoutException("nenhuma das " + limite + " vagas abriu em " + espera.toMillis() + " ms");
            }
            T resultado = uso.call();
            vagas.release();
            return resultado;
        } catch (TimeoutException | InterruptedException semVaga) {
            throw semVaga;
        } catch (Throwable falha) {
            vagas.release();
            throw falha;
        }
    }

    /// Prepara todas as tarefas ao mesmo tempo e passa o uso de cada uma pelo portão.
    public <T> List<Future<T>> processar(List<Tarefa<T>> tarefas, Duration espera) throws InterruptedException {
        List<Callable<T>> chamadas = tarefas.stream()
                .<Callable<T>>map(tarefa -> () -> {
                    tarefa.preparar();
                    return passar(tarefa::usar, espera);
                })
                .toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(chamadas);
        }
    }
}
