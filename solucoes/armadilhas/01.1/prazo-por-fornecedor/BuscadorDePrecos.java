package exercicios.aula01_threads;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// ARMADILHA: cada consulta ganha o prazo inteiro, uma depois da outra.
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
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Oferta>> consultas = fornecedores.stream()
                    .map(f -> executor.submit(() -> new Oferta(f.nome(), f.precoEmCentavos(produto))))
                    .toList();
            try {
                return menorDas(consultas, prazo);
            } finally {
                executor.shutdownNow();
            }
        }
    }

    private static Optional<Oferta> menorDas(List<Future<Oferta>> consultas, Duration prazo)
            throws InterruptedException {
        Oferta menor = null;
        for (Future<Oferta> consulta : consultas) {
            try {
                Oferta oferta = consulta.get(prazo.toNanos(), TimeUnit.NANOSECONDS);
                if (menor == null || oferta.centavos() < menor.centavos()) {
                    menor = oferta;
                }
            } catch (ExecutionException | TimeoutException e) {
                consulta.cancel(true);
            }
        }
        return Optional.ofNullable(menor);
    }
}
