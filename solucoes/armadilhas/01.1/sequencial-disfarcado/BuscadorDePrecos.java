package exercicios.aula01_threads;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// ARMADILHA: começa uma consulta e espera por ela antes de começar a próxima.
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
        long fim = System.nanoTime() + prazo.toNanos();
        Oferta menor = null;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Fornecedor fornecedor : fornecedores) {
                long falta = fim - System.nanoTime();
                if (falta <= 0) {
                    break;
                }
                Future<Long> consulta = executor.submit(() -> fornecedor.precoEmCentavos(produto));
                try {
                    long centavos = consulta.get(falta, TimeUnit.NANOSECONDS);
                    if (menor == null || centavos < menor.centavos()) {
                        menor = new Oferta(fornecedor.nome(), centavos);
                    }
                } catch (ExecutionException | TimeoutException e) {
                    consulta.cancel(true);
                } catch (InterruptedException e) {
                    consulta.cancel(true);
                    throw e;
                }
            }
        }
        return Optional.ofNullable(menor);
    }
}
