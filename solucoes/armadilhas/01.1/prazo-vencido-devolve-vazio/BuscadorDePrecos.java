package exercicios.aula01_threads;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// ARMADILHA: uma resposta que falta joga fora as que chegaram.
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
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<CompletableFuture<Oferta>> consultas = fornecedores.stream()
                    .map(f -> CompletableFuture.supplyAsync(() -> consultar(f, produto), executor))
                    .toList();
            CompletableFuture.allOf(consultas.toArray(CompletableFuture[]::new)).get(prazo.toNanos(), TimeUnit.NANOSECONDS);
            return consultas.stream()
                    .map(CompletableFuture::join)
                    .filter(Objects::nonNull)
                    .min(Comparator.comparingLong(Oferta::centavos));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } finally {
            executor.shutdownNow();
        }
    }

    private static Oferta consultar(Fornecedor fornecedor, String produto) {
        try {
            return new Oferta(fornecedor.nome(), fornecedor.precoEmCentavos(produto));
        } catch (Exception falha) {
            return null;
        }
    }
}
