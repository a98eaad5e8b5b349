package exercicios.aula01_threads;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/// ARMADILHA: um `if` no lugar do laço: quem acorda e acha a vaga tomada desiste antes do prazo.
public final class PortaoDeConcorrencia {

    /// Um trabalho com uma parte que não toca o recurso e uma que toca.
    public interface Tarefa<T> {

        /// Espera o que for preciso, fora do recurso.
        void preparar() throws Exception;

        /// Usa o recurso.
        T usar() throws Exception;
    }

    private final int limite;
    private int dentro;

    /// Cria um portão com `limite` vagas.
    public PortaoDeConcorrencia(int limite) {
        if (limite < 1) {
            throw new IllegalArgumentException("limite: " + limite + "; é ao menos 1");
        }
        this.limite = limite;
    }

    /// Executa `uso` na thread que chama, assim que houver vaga; sem vaga em `espera`, lança `TimeoutException`.
    public <T> T passar(Callable<T> uso, Duration espera) throws Exception {
        entrar(espera);
        try {
            return uso.call();
        } finally {
            sair();
        }
    }

    private synchronized void entrar(Duration espera) throws InterruptedException, TimeoutException {
        if (dentro >= limite) {
            wait(espera.toMillis());
        }
        if (dentro >= limite) {
            throw new TimeoutException("nenhuma das " + limite + " vagas abriu em " + espera.toMillis() + " ms");
        }
        dentro++;
    }

    private synchronized void sair() {
        dentro--;
        notify();
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
