package exemplos.aula01_threads;

import exemplos.aula01_threads.Primos.Fatia;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/// Jeitos de dividir uma conta entre threads e processos. Todos dão a mesma soma.
enum JeitoDeContar {
    UMA("1 thread", limite -> new Fatia(1, limite).somar()),
    NUCLEOS("1 por núcleo", limite -> emPool(nucleos(), limite)),
    DEMAIS("10 por núcleo", limite -> emPool(10 * nucleos(), limite)),
    VIRTUAIS("threads virtuais", JeitoDeContar::emThreadsVirtuais),
    FORK_JOIN("ForkJoin", JeitoDeContar::emForkJoin),
    PARALELO("stream paralelo de números", JeitoDeContar::emStreamParalelo),
    PARALELO_DE_FATIAS("stream paralelo de fatias", JeitoDeContar::emStreamDeFatias),
    PROCESSOS("processos", JeitoDeContar::emProcessos);

    /// Mais fatias que threads: quem acaba cedo pega outra, e ninguém fica parado esperando o dono da fatia cara.
    static final int FATIAS = 64;

    final String nome;
    private final Contador contador;

    private interface Contador {
        long somar(long limite) throws Exception;
    }

    JeitoDeContar(String nome, Contador contador) {
        this.nome = nome;
        this.contador = contador;
    }

    /// Soma os primos até `limite`.
    long somar(long limite) throws Exception {
        return contador.somar(limite);
    }

    static int nucleos() {
        return Runtime.getRuntime().availableProcessors();
    }

    // @start region=pool
    private static long emPool(int threads, long limite) throws Exception {
        try (var executor = Executors.newFixedThreadPool(threads)) {
            return juntar(executor, Fatia.cortar(limite, Math.max(FATIAS, threads)));
        }
    }
    // @end region=pool

    private static long emThreadsVirtuais(long limite) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return juntar(executor, Fatia.cortar(limite, FATIAS));
        }
    }

    // @start region=juntar
    private static long juntar(ExecutorService executor, List<Fatia> fatias) throws Exception {
        List<Callable<Long>> contas = fatias.stream().<Callable<Long>>map(fatia -> fatia::somar).toList();
        long soma = 0;
        for (Future<Long> conta : executor.invokeAll(contas)) {
            soma += conta.get();
        }
        return soma;
    }
    // @end region=juntar

    private static long emForkJoin(long limite) {
        try (var pool = new ForkJoinPool(nucleos())) {
            return pool.invoke(new SomaRecursiva(new Fatia(1, limite)));
        }
    }

    // @start region=stream
    private static long emStreamParalelo(long limite) {
        return LongStream.rangeClosed(1, limite).parallel().map(Primos::primoOuZero).sum();
    }

    private static long emStreamDeFatias(long limite) {
        return Fatia.deCustoParecido(limite, FATIAS).parallelStream().mapToLong(Fatia::somar).sum();
    }
    // @end region=stream

    // @start region=processos
    private static long emProcessos(long limite) throws Exception {
        var filhos = new ArrayList<OutroProcesso>();
        try {
            for (Fatia fatia : Fatia.deCustoParecido(limite, nucleos())) {
                filhos.add(OutroProcesso.iniciar(FatiaEmProcesso.class, FatiaEmProcesso.OPCOES, fatia.de(), fatia.ate()));
            }
            long soma = 0;
            for (OutroProcesso filho : filhos) {
                soma += Long.parseLong(filho.resposta());
            }
            return soma;
        } finally {
            for (OutroProcesso filho : filhos) {
                filho.close();
            }
        }
    }
    // @end region=processos
}
