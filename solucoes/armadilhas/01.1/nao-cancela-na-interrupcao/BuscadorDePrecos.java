package exercicios.aula01_threads;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// ARMADILHA: interrompe as consultas só no caminho em que a espera dá certo.
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
        Queue<Oferta> ofertas = new ConcurrentLinkedQueue<>();
        var faltam = new CountDownLatch(fornecedores.size());
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        for (Fornecedor fornecedor : fornecedores) {
            executor.submit(() -> {
                try {
                    return ofertas.add(new Oferta(fornecedor.nome(), fornecedor.precoEmCentavos(produto)));
                } finally {
                    faltam.countDown();
                }
            });
        }
        faltam.await(prazo.toNanos(), TimeUnit.NANOSECONDS);
        executor.shutdownNow();
        return ofertas.stream().min(Comparator.comparingLong(Oferta::centavos));
    }
}
