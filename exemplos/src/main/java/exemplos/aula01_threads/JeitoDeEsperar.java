package exemplos.aula01_threads;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Jeitos de fazer muitas esperas de uma vez. Cada espera faz o papel de uma chamada pela rede.
enum JeitoDeEsperar {
    POOL_DE_200("pool de 200", (n, cada, contagem) -> emPool(200, n, cada, contagem)),
    POOL_DE_1000("pool de 1.000", (n, cada, contagem) -> emPool(1_000, n, cada, contagem)),
    VIRTUAL("threads virtuais", JeitoDeEsperar::emThreadsVirtuais),
    ASSINCRONO("assíncrono", JeitoDeEsperar::semThread);

    final String nome;
    private final Esperador esperador;

    private interface Esperador {
        void esperar(int quantas, Duration cada, ContagemDeEsperas contagem) throws Exception;
    }

    JeitoDeEsperar(String nome, Esperador esperador) {
        this.nome = nome;
        this.esperador = esperador;
    }

    /// Faz as esperas todas e volta quando a última acaba.
    void esperar(int quantas, Duration cada, ContagemDeEsperas contagem) throws Exception {
        esperador.esperar(quantas, cada, contagem);
    }

    // @start region=pool
    private static void emPool(int threads, int quantas, Duration cada, ContagemDeEsperas contagem) throws Exception {
        try (var executor = Executors.newFixedThreadPool(threads)) {
            esperarEm(executor, quantas, cada, contagem);
        }
    }
    // @end region=pool

    // @start region=virtual
    private static void emThreadsVirtuais(int quantas, Duration cada, ContagemDeEsperas contagem) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            esperarEm(executor, quantas, cada, contagem);
        }
    }
    // @end region=virtual

    // @start region=esperar
    private static void esperarEm(ExecutorService executor, int quantas, Duration cada, ContagemDeEsperas contagem)
            throws InterruptedException, ExecutionException {
        Callable<Void> espera = () -> {
            contagem.entrou();
            Thread.sleep(cada);
            contagem.saiu();
            return null;
        };
        for (Future<Void> feita : executor.invokeAll(Stream.generate(() -> espera).limit(quantas).toList())) {
            feita.get();
        }
    }
    // @end region=esperar

    // @start region=assincrono
    private static void semThread(int quantas, Duration cada, ContagemDeEsperas contagem) {
        var daquiAPouco = CompletableFuture.delayedExecutor(cada.toNanos(), TimeUnit.NANOSECONDS);
        var esperas = IntStream.range(0, quantas).mapToObj(_ -> {
            contagem.entrou();
            return CompletableFuture.runAsync(contagem::saiu, daquiAPouco);
        }).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(esperas).orTimeout(1, TimeUnit.MINUTES).join();
    }
    // @end region=assincrono
}
