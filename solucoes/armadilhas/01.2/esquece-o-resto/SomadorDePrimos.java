package exercicios.aula01_threads;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// ARMADILHA: fatias de tamanho inteiro, sem o resto da divisão.
public final class SomadorDePrimos {

    /// Quanto um número contribui para a soma: ele mesmo, se é primo; zero, se não é.
    @FunctionalInterface
    public interface Parcela {
        long de(long numero);
    }

    private final int nucleos;

    /// Cria um somador que usa `nucleos` threads; em produção, `Runtime.getRuntime().availableProcessors()`.
    public SomadorDePrimos(int nucleos) {
        if (nucleos < 1) {
            throw new IllegalArgumentException("núcleos: " + nucleos + "; são ao menos 1");
        }
        this.nucleos = nucleos;
    }

    /// Soma as parcelas dos números de `de` a `ate`, com os dois extremos; zero, se `de` é maior que `ate`.
    public long somar(long de, long ate, Parcela parcela) throws InterruptedException, ExecutionException {
        long porFatia = (ate - de + 1) / nucleos;
        List<Callable<Long>> fatias = IntStream.range(0, nucleos)
                .<Callable<Long>>mapToObj(fatia -> () -> somarFatia(de + fatia * porFatia, porFatia, parcela))
                .toList();
        long soma = 0;
        try (var executor = Executors.newFixedThreadPool(nucleos)) {
            for (Future<Long> fatia : executor.invokeAll(fatias)) {
                soma += fatia.get();
            }
        }
        return soma;
    }

    private long somarFatia(long primeiro, long quantos, Parcela parcela) {
        long soma = 0;
        for (long numero = primeiro; numero < primeiro + quantos; numero++) {
            soma += parcela.de(numero);
        }
        return soma;
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
