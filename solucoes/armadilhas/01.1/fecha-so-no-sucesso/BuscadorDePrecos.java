package exercicios.aula01_threads;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// ARMADILHA: fecha o conjunto de threads só quando a espera dá certo.
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
        var executor = Executors.newFixedThreadPool(Math.max(1, fornecedores.size()));
        List<Future<Oferta>> respostas = executor.invokeAll(consultas(produto, fornecedores), prazo.toNanos(), TimeUnit.NANOSECONDS);
        executor.close();
        return respostas.stream()
                .filter(consulta -> consulta.state() == Future.State.SUCCESS)
                .map(Future::resultNow)
                .min(Comparator.comparingLong(Oferta::centavos));
    }

    private static List<Callable<Oferta>> consultas(String produto, List<Fornecedor> fornecedores) {
        return fornecedores.stream()
                .<Callable<Oferta>>map(f -> () -> new Oferta(f.nome(), f.precoEmCentavos(produto)))
                .toList();
    }
}
