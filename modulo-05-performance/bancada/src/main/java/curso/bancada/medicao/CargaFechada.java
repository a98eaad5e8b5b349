package curso.bancada.medicao;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// Uma execução de [Carga#fechada]: larga os clientes juntos e os para com um prazo.
final class CargaFechada {

    private static final int ERROS_GUARDADOS = 5;

    private final int clientes;
    private final Tempos tempos;
    private final Operacao operacao;
    private final LongSupplier relogio;
    private final CountDownLatch largada = new CountDownLatch(1);
    private final Latencias latencias = new Latencias();
    private final LongAdder naJanela = new LongAdder();
    private final Map<String, LongAdder> porTipo = new ConcurrentHashMap<>();
    private final List<Exception> primeiros = new ArrayList<>();
    private volatile long inicio;

    /// @param folga quanto se espera, depois do fim da carga, pela última operação de cada cliente
    record Tempos(Duration aquecimento, Duration duracao, Duration folga) {
        Tempos {
            Exigir.que(!aquecimento.isNegative(), "aquecimento: %s; não pode ser negativo", aquecimento);
            Exigir.que(duracao.isPositive(), "duração da carga: %s; tem de ser maior que zero", duracao);
        }
    }

    /// @param relogio nanossegundos que não andam para trás, como `System::nanoTime`
    CargaFechada(int clientes, Tempos tempos, LongSupplier relogio, Operacao operacao) {
        Exigir.que(clientes > 0, "clientes: %d; é ao menos 1", clientes);
        this.clientes = clientes;
        this.tempos = tempos;
        this.relogio = relogio;
        this.operacao = operacao;
    }

    Carga.Medida executar() throws InterruptedException {
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Callable<Long> cliente = this::cliente;
            var futuros = new ArrayList<Future<Long>>();
            for (int i = 0; i < clientes; i++) {
                futuros.add(executor.submit(cliente));
            }
            inicio = relogio.getAsLong();
            largada.countDown();
            var ultimo = esperar(futuros);
            return medida(ultimo - (inicio + tempos.aquecimento().toNanos()));
        } finally {
            encerrar(executor);
        }
    }

    /// Devolve o instante em que o cliente terminou a última operação. Mede ao menos uma, mesmo que a máquina
    /// ocupada engula a duração inteira.
    private long cliente() throws InterruptedException {
        largada.await();
        var fimDoAquecimento = inicio + tempos.aquecimento().toNanos();
        var fim = fimDoAquecimento + tempos.duracao().toNanos();
        long agora = relogio.getAsLong();
        boolean mediu = false;
        while ((agora - fim < 0 || !mediu) && !Thread.currentThread().isInterrupted()) {
            var antes = agora;
            var erro = tentar();
            agora = relogio.getAsLong();
            if (erro == null && agora - fimDoAquecimento > 0 && agora - fim <= 0) {
                naJanela.increment();
            }
            if (antes - fimDoAquecimento >= 0) {
                registrar(erro, agora - antes);
                mediu = true;
            }
        }
        return agora;
    }

    private Exception tentar() {
        try {
            operacao.executar();
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        } catch (Exception e) {
            return e;
        }
    }

    private void registrar(Exception erro, long nanos) {
        if (erro == null) {
            latencias.registrar(nanos);
            return;
        }
        porTipo.computeIfAbsent(erro.getClass().getSimpleName(), _ -> new LongAdder()).increment();
        synchronized (primeiros) {
            if (primeiros.size() < ERROS_GUARDADOS) {
                primeiros.add(erro);
            }
        }
    }

    private long esperar(List<Future<Long>> futuros) throws InterruptedException {
        var prazo = System.nanoTime() + tempos.aquecimento().plus(tempos.duracao()).plus(tempos.folga()).toNanos();
        long ultimo = inicio;
        for (int i = 0; i < futuros.size(); i++) {
            try {
                var fim = futuros.get(i).get(Math.max(1, prazo - System.nanoTime()), TimeUnit.NANOSECONDS);
                ultimo = Math.max(ultimo, fim);
            } catch (TimeoutException e) {
                throw new IllegalStateException(("o cliente %d de %d não terminou %d ms depois do fim da carga: a "
                        + "operação não volta. Dê um prazo a cada espera dela").formatted(i + 1, clientes,
                        tempos.folga().toMillis()), e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("um cliente da carga parou com " + e.getCause(), e.getCause());
            }
        }
        return ultimo;
    }

    private Carga.Medida medida(long nanos) {
        var contagem = new TreeMap<String, Long>();
        porTipo.forEach((tipo, quantos) -> contagem.put(tipo, quantos.sum()));
        var total = contagem.values().stream().mapToLong(Long::longValue).sum();
        synchronized (primeiros) {
            return new Carga.Medida(vazao(nanos), latencias, new Carga.Erros(total, contagem, primeiros));
        }
    }

    /// Contar até o fim da última operação somaria à duração uma cauda em que os clientes já pararam, um a um.
    private double vazao(long nanosAteAUltima) {
        return naJanela.sum() > 0 ? naJanela.sum() / (tempos.duracao().toNanos() / 1e9) : latencias.total() / (nanosAteAUltima / 1e9);
    }

    /// Não usa close(): ele esperaria para sempre por um cliente preso.
    private static void encerrar(ExecutorService executor) throws InterruptedException {
        executor.shutdownNow();
        executor.awaitTermination(1, TimeUnit.SECONDS);
    }
}
