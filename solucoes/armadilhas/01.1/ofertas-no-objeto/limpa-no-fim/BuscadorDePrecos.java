package exercicios.aula01_threads;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// ARMADILHA: as ofertas das buscas dividem um campo, que cada uma limpa quando acaba.
public final class BuscadorDePrecos {

    /// Um fornecedor consultado pela rede.
    public interface Fornecedor {

        String nome();

        /// Espera a resposta e devolve o preço. Obedece à interrupção com `InterruptedException`.
        long precoEmCentavos(String produto) throws Exception;
    }

    /// O preço que um fornecedor deu.
    public record Oferta(String fornecedor, long centavos) {}

    private final Queue<Oferta> ofertas = new ConcurrentLinkedQueue<>();

    /// Devolve a menor oferta que chegou em até `prazo`; vazio, se nenhuma chegou.
    public Optional<Oferta> menorPreco(String produto, List<Fornecedor> fornecedores, Duration prazo)
            throws InterruptedException {
        List<Callable<Boolean>> consultas = fornecedores.stream()
                .<Callable<Boolean>>map(f -> () -> ofertas.add(new Oferta(f.nome(), f.precoEmCentavos(produto))))
                .toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.invokeAll(consultas, prazo.toNanos(), TimeUnit.NANOSECONDS);
            return ofertas.stream().min(Comparator.comparingLong(Oferta::centavos));
        } finally {
            ofertas.clear();
        }
    }
}
