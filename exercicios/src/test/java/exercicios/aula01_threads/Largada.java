package exercicios.aula01_threads;

import curso.bancada.correcao.PrazoElastico;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Solta duas threads no mesmo instante, rodada após rodada: a janela de uma corrida é de nanossegundos.
///
/// Espera girando, e não dormindo, porque acordar uma thread demora mil vezes mais que a janela. Cede o núcleo de
/// tempos em tempos, para andar também onde só há um; desiste se o par não vem em 2 s (mais, numa máquina ocupada).
final class Largada {

    private static final Duration LIMITE = Duration.ofSeconds(2);
    private static final Duration LIMITE_DAS_RODADAS = Duration.ofSeconds(5);
    private static final int GIROS_ANTES_DE_CEDER = 2_000;

    private final AtomicInteger chegaram = new AtomicInteger();

    /// Volta quando as duas threads chegaram à rodada (contada de zero); `false` se o par não veio.
    boolean alinhar(int rodada) {
        chegaram.incrementAndGet();
        var prazo = PrazoElastico.de(LIMITE);
        for (int giros = 1; chegaram.get() < 2 * (rodada + 1); giros++) {
            if (giros % GIROS_ANTES_DE_CEDER != 0) {
                Thread.onSpinWait();
            } else if (prazo.venceu()) {
                return false;
            } else {
                Thread.yield();
            }
        }
        return true;
    }

    /// Faz duas threads chegarem juntas a um portão novo, `rodadas` vezes, e diz quantas estiveram dentro de um ao
    /// mesmo tempo, no máximo.
    static <P> int pico(int rodadas, Supplier<P> novo, Passagem<P> passagem) throws InterruptedException {
        var portoes = Stream.generate(novo).limit(rodadas).toList();
        var largada = new Largada();
        var dentro = new AtomicInteger();
        var pico = new AtomicInteger();
        Callable<Object> uso = () -> {
            pico.accumulateAndGet(dentro.incrementAndGet(), Math::max);
            for (int giro = 0; giro < 50; giro++) {
                Thread.onSpinWait();
            }
            return dentro.decrementAndGet();
        };
        Callable<Object> disputa = () -> {
            for (int rodada = 0; rodada < rodadas && largada.alinhar(rodada); rodada++) {
                passagem.passar(portoes.get(rodada), uso);
            }
            return "acabou";
        };
        var outro = new Cliente(disputa);
        Cliente.resultadoDe(disputa);
        outro.resultado(LIMITE_DAS_RODADAS);
        return pico.get();
    }

    /// Como se passa por um portão.
    interface Passagem<P> {
        void passar(P portao, Callable<Object> uso) throws Exception;
    }
}
