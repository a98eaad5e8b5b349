package exercicios.aula01_threads;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A parcela de uma soma de 1 a 32 que fica presa no número 1, com o resto já somado.
///
/// Só contam o 1, que vale 1, e o 32, que vale 1000 e só é avaliado depois que o 1 está preso. Em 4, 8, 16 ou 32 fatias
/// os dois nunca estão na mesma.
final class SomaPresa implements AutoCloseable {

    static final long TOTAL = 1_001;
    /// Em 4 fatias, os outros 7 da fatia do 1 esperam atrás dele: 25 avaliados são todos os que podem ser.
    private static final int AVALIAVEIS = 25;

    private final Bloqueio demora = new Bloqueio();
    private final UmDeCadaVez saida = new UmDeCadaVez();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger avaliados = new AtomicInteger();
    private final AtomicInteger devolvidos = new AtomicInteger();

    /// Quanto vale o número; o 1 não volta antes de [#soltar()].
    long de(long numero) {
        saida.voltar();
        threads.add(Thread.currentThread());
        avaliados.incrementAndGet();
        try {
            return valor(numero);
        } finally {
            saida.sair();
            devolvidos.incrementAndGet();
        }
    }

    /// Diz se só o número 1 falta: os outros já foram devolvidos, e as threads que os somaram pararam.
    boolean presa() {
        int antes = devolvidos.get();
        return demora.entraram() == 1 && antes >= AVALIAVEIS - 1 && threads.stream().allMatch(Cliente::parada)
                && avaliados.get() == antes + 1;
    }

    /// Deixa o número 1 voltar.
    void soltar() {
        demora.liberar();
    }

    @Override
    public void close() {
        soltar();
    }

    private long valor(long numero) {
        if (numero == 1) {
            segurar();
            return 1;
        }
        if (numero == 32) {
            Espera.ate(() -> demora.entraram() == 1);
            return TOTAL - 1;
        }
        return 0;
    }

    private void segurar() {
        try {
            demora.esperar();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
