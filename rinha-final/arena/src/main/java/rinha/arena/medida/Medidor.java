package rinha.arena.medida;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import rinha.arena.orcamento.Cerca;
import rinha.arena.orcamento.Consumo;
import rinha.arena.sistema.SistemaNoAr;
import rinha.avaliador.Sistema;

/// Mede quanto cada serviço gasta enquanto está aberto: CPU pela diferença, memória pelo maior valor visto a cada meio segundo.
public final class Medidor implements AutoCloseable {
    private static final Duration INTERVALO = Duration.ofMillis(500);

    private final SistemaNoAr sistema;
    private final long inicio = System.nanoTime();
    private final Map<String, Amostra> amostras = new LinkedHashMap<>();
    private final Optional<Cerca.Mordidas> mordidasAntes;
    private final Thread thread;
    private long maiorSoma;
    private volatile boolean parado;

    /// O que se sabe de um serviço: o primeiro consumo, o último, e a maior memória.
    private record Amostra(long pid, Consumo primeiro, Consumo ultimo, long maiorMemoria) {
        Amostra com(long outroPid, Consumo novo) {
            return new Amostra(outroPid, primeiro, novo, Math.max(maiorMemoria, novo.memoria()));
        }
    }

    private Medidor(SistemaNoAr sistema) {
        this.sistema = sistema;
        mordidasAntes = sistema.cerca().mordidas();
        amostrar();
        thread = Thread.ofPlatform().daemon().name("medidor").start(this::amostrarSempre);
    }

    public static Medidor abrir(SistemaNoAr sistema) {
        return new Medidor(sistema);
    }

    private void amostrarSempre() {
        while (!parado) {
            LockSupport.parkNanos(INTERVALO.toNanos());
            amostrar();
        }
    }

    private synchronized void amostrar() {
        long soma = 0;
        for (var processo : sistema.processos()) {
            var consumo = sistema.cerca().consumo(processo.servico(), processo.pid());
            if (consumo.isPresent()) {
                var novo = consumo.get();
                soma += Math.max(0, novo.memoria());
                amostras.merge(processo.servico(), new Amostra(processo.pid(), novo, novo, novo.memoria()), (antes, _) -> antes.com(processo.pid(), novo));
            }
        }
        maiorSoma = Math.max(maiorSoma, soma);
    }

    /// O que se gastou até agora, para o relatório da avaliação.
    public synchronized Sistema ateAgora() {
        amostrar();
        var receita = sistema.receita();
        var processos = amostras.entrySet().stream().map(a -> new Sistema.Processo(a.getKey(), a.getValue().pid(),
                a.getValue().ultimo().cpu().minus(a.getValue().primeiro().cpu()).toNanos() / 1e9, Math.max(0, a.getValue().maiorMemoria()))).toList();
        return new Sistema(receita.frase(), Duration.ofNanos(System.nanoTime() - inicio), OptionalDouble.of(receita.orcamento().cpus()),
                OptionalLong.of(receita.orcamento().bytes()), sistema.cerca().impoe(), sistema.cerca().descricao(), maiorSoma, processos);
    }

    /// Quanto o limite mordeu desde que se começou a medir; vazio se não há limite.
    public Optional<Cerca.Mordidas> mordidas() {
        return sistema.cerca().mordidas().map(agora -> {
            var antes = mordidasAntes.orElse(new Cerca.Mordidas(0, 0, 0));
            return new Cerca.Mordidas(agora.pausasDeCpu() - antes.pausasDeCpu(), agora.segundosParado() - antes.segundosParado(),
                    agora.mortesPorMemoria() - antes.mortesPorMemoria());
        });
    }

    @Override
    public void close() {
        parado = true;
        LockSupport.unpark(thread);
        try {
            thread.join(2 * INTERVALO.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
