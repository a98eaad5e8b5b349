package exercicios.aula01_threads;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// ARMADILHA: fecha o executor das consultas e esquece o que faz cumprir o prazo.
public final class BuscadorDePrecos {

    /// Um fornecedor consultado pela rede.
    public interface Fornecedor {

        String nome();

        /// Espera a resposta e devolve o preço. Obedece à interrupção com `InterruptedException`.
        long precoEmCentavos(String produto) throws Exception;
    }

    /// O preço que um fornecedor deu.
    public record Oferta(String fornecedor, long centavos) {}

    /// Devolve a menor oferta que chegou em até `prazo`; vazio, se nenhuma chegou.
    public Optional<Oferta> menorPreco(String produto, List<Fornecedor> fornecedores, Duration prazo)
            throws InterruptedException {
        var alarme = Executors.newScheduledThreadPool(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Oferta>> consultas = fornecedores.stream()
                    .map(f -> executor.submit(() -> new Oferta(f.nome(), f.precoEmCentavos(produto))))
                    .toList();
            alarme.schedule(() -> consultas.forEach(consulta -> consulta.cancel(true)), prazo.toNanos(), TimeUnit.NANOSECONDS);
            esperar(consultas);
            return consultas.stream()
                    .filter(consulta -> consulta.state() == Future.State.SUCCESS)
                    .map(Future::resultNow)
                    .min(Comparator.comparingLong(Oferta::centavos));
        }
    }

    private static void esperar(List<Future<Oferta>> consultas) throws InterruptedException {
        try {
            for (var consulta : consultas) {
                esperar(consulta);
            }
        } catch (InterruptedException e) {
            consultas.forEach(consulta -> consulta.cancel(true));
            throw e;
        }
    }

    private static void esperar(Future<Oferta> consulta) throws InterruptedException {
        try {
            consulta.get();
        } catch (ExecutionException | CancellationException semOferta) {
            return;
        }
    }
}
