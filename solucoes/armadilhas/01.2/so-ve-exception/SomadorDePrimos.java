package exercicios.aula01_threads;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/// ARMADILHA: o catch de Exception não vê um Error.
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
        AtomicReference<Exception> falha = new AtomicReference<>();
        LongAdder total = new LongAdder();
        List<Thread> threads = IntStream.range(0, nucleos)
                .mapToObj(t -> Thread.ofPlatform().start(() -> {
                    try {
                        total.add(somarDeTantosEmTantos(de + t, ate, parcela));
                    } catch (Exception e) {
                        falha.set(e);
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        if (falha.get() != null) {
            throw new ExecutionException(falha.get());
        }
        return total.sum();
    }

    private long somarDeTantosEmTantos(long primeiro, long ate, Parcela parcela) {
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
