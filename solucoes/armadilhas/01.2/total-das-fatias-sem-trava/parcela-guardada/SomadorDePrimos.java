package exercicios.aula01_threads;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// VARIANTE de total-das-fatias-sem-trava: guarda a parcela antes de a somar ao campo que é de todas.
public final class SomadorDePrimos {

    /// Quanto um número contribui para a soma: ele mesmo, se é primo; zero, se não é.
    @FunctionalInterface
    public interface Parcela {
        long de(long numero);
    }

    private final int nucleos;
    private long soma;

    /// Cria um somador que usa `nucleos` threads; em produção, `Runtime.getRuntime().availableProcessors()`.
    public SomadorDePrimos(int nucleos) {
        if (nucleos < 1) {
            throw new IllegalArgumentException("núcleos: " + nucleos + "; são ao menos 1");
        }
        this.nucleos = nucleos;
    }

    /// Soma as parcelas dos números de `de` a `ate`, com os dois extremos; zero, se `de` é maior que `ate`.
    public long somar(long de, long ate, Parcela parcela) throws InterruptedException, ExecutionException {
        soma = 0;
        List<Callable<Void>> fatias = IntStream.range(0, nucleos)
                .<Callable<Void>>mapToObj(fatia -> () -> somarFatia(de + fatia, ate, parcela))
                .toList();
        try (var executor = Executors.newFixedThreadPool(nucleos)) {
            for (Future<Void> fatia : executor.invokeAll(fatias)) {
                fatia.get();
            }
        }
        return soma;
    }

    private Void somarFatia(long primeiro, long ate, Parcela parcela) {
        for (long numero = primeiro; numero <= ate; numero += nucleos) {
            long guardada = parcela.de(numero);
            soma += guardada;
        }
        return null;
    }

    /// A parcela de verdade: `numero` se é primo, zero se não é, por divisões até a raiz.
    public static long primoOuZero(long numero) {
        if (numero < 2) {
            return 0;
        }
        for (long divisor = 2; divisor * divisor <= numero; divisor++) {
            if (numero % divisor == 0) {
                return 0;
            }
        }
        return numero;
    }
}
