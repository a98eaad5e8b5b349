package exercicios.aula01_threads;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// ARMADILHA: desiste de esperar, e as consultas continuam.
public final class BuscadorDePrecos {

    private static final Executor VIRTUAIS = Thread::startVirtualThread;

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
        List<CompletableFuture<Optional<Oferta>>> consultas = fornecedores.stream()
                .map(f -> CompletableFuture.supplyAsync(() -> consultar(f, produto), VIRTUAIS))
                .toList();
        try {
            CompletableFuture.allOf(consultas.toArray(CompletableFuture[]::new))
                    .get(prazo.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            consultas.forEach(consulta -> consulta.cancel(true));
        }
        return consultas.stream()
                .filter(consulta -> consulta.isDone() && !consulta.isCompletedExceptionally())
                .flatMap(consulta -> consulta.join().stream())
                .min(Comparator.comparingLong(Oferta::centavos));
    }

    private static Optional<Oferta> consultar(Fornecedor fornecedor, String produto) {
        try {
            return Optional.of(new Oferta(fornecedor.nome(), fornecedor.precoEmCentavos(produto)));
        } catch (Exception e) {
            return Optional.empty();
        }
    }
}
