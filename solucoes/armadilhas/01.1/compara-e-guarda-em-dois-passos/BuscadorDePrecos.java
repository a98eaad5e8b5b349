package exercicios.aula01_threads;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// ARMADILHA: as consultas comparam e guardam numa variável que é de todas, em dois passos.
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
        var menor = new AtomicReference<Oferta>();
        List<Callable<Void>> consultas = fornecedores.stream()
                .<Callable<Void>>map(f -> () -> {
                    var oferta = new Oferta(f.nome(), f.precoEmCentavos(produto));
                    if (menor.get() == null || oferta.centavos() < menor.get().centavos()) {
                        menor.set(oferta);
                    }
                    return null;
                })
                .toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.invokeAll(consultas, prazo.toNanos(), TimeUnit.NANOSECONDS);
        }
        return Optional.ofNullable(menor.get());
    }

}
