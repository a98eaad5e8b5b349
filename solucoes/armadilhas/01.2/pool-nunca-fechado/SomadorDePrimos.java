package exercicios.aula01_threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// ARMADILHA: cada soma cria um conjunto de threads e não o fecha.
public final class SomadorDePrimos {

    /// Quanto um número contribui para a soma: ele mesmo, se é primo; zero, se não é.
    @FunctionalInterface
    public interface Parcela {
        long de(long numero);
    }

    private static final int FATIAS_POR_NUCLEO = 8;

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
        long soma = 0;
        var executor = Executors.newFixedThreadPool(nucleos);
        for (Future<Long> fatia : executor.invokeAll(fatiar(de, ate, parcela))) {
            soma += fatia.get();
        }
        return soma;
    }

    private List<Callable<Long>> fatiar(long de, long ate, Parcela parcela) {
        long tamanho = Math.max(1, Math.ceilDiv(ate - de + 1, nucleos * FATIAS_POR_NUCLEO));
        List<Callable<Long>> fatias = new ArrayList<>();
        for (long inicio = de; inicio <= ate; inicio += tamanho) {
            long primeiro = inicio;
            long ultimo = Math.min(ate, inicio + tamanho - 1);
            fatias.add(() -> somarFatia(primeiro, ultimo, parcela));
        }
        return fatias;
    }

    private static long somarFatia(long primeiro, long ultimo, Parcela parcela) {
        long soma = 0;
        for (long numero = primeiro; numero <= ultimo; numero++) {
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
