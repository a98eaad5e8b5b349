package exercicios.aula01_threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/// ARMADILHA: junta as somas numa thread própria e a deixa esperando por uma soma que não virá.
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
        var somas = new LinkedBlockingQueue<Long>();
        var total = new LongAdder();
        var faltam = new CountDownLatch(nucleos);
        Thread.ofPlatform().daemon().name("acumulador").start(() -> acumular(somas, total, faltam));
        try (var executor = Executors.newFixedThreadPool(nucleos)) {
            List<Future<Boolean>> fatias = new ArrayList<>();
            for (int fatia = 0; fatia < nucleos; fatia++) {
                long primeiro = de + fatia;
                fatias.add(executor.submit(() -> somas.add(somarFatia(primeiro, ate, parcela))));
            }
            for (var fatia : fatias) {
                fatia.get();
            }
        }
        faltam.await();
        return total.sum();
    }

    private static void acumular(BlockingQueue<Long> somas, LongAdder total, CountDownLatch faltam) {
        try {
            while (true) {
                total.add(somas.take());
                faltam.countDown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long somarFatia(long primeiro, long ate, Parcela parcela) {
        long soma = 0;
        for (long numero = primeiro; numero <= ate; numero += nucleos) {
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
