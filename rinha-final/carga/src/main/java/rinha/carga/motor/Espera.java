package rinha.carga.motor;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.function.Consumer;

/// Dorme até que a rede tenha algo, ou até a hora: a marcada ao microssegundo, as outras ao milissegundo.
final class Espera implements AutoCloseable {

    private static final long MILISSEGUNDO = 1_000_000;
    /// Mais perto que isto da hora, quem acorda o seletor é o [Despertador]: ele só conta milissegundos.
    private static final long FINO = 2 * MILISSEGUNDO;

    /// O Linux acorda uma thread até 50 µs depois da hora (a folga dos seus timers). Acordar antes e girar o que
    /// falta tira esse atraso da latência medida.
    private static final long GIRO = 70_000;
    /// Só se gira entre pedidos espaçados: girar custa, aqui, no máximo 7% de um processador.
    private static final long ESPACADO = MILISSEGUNDO;

    private final Selector seletor;
    private final Despertador despertador;
    private long ultimoExato;
    private long adianta;

    Espera(Selector seletor, Relogio relogio) {
        this.seletor = seletor;
        this.despertador = new Despertador(relogio, this::acordar);
    }

    /// @param exato     instante que não pode atrasar; `Long.MAX_VALUE` se não há
    /// @param semPressa instante em que um milissegundo a mais não faz diferença
    /// @param reagir    recebe cada chave pronta
    void ate(long agora, long exato, long semPressa, Consumer<SelectionKey> reagir) throws IOException {
        if (exato != ultimoExato) {
            adianta = exato - ultimoExato >= ESPACADO ? GIRO : 0;
            ultimoExato = exato;
        }
        long falta = Math.min(exato - adianta, semPressa) - agora;
        if (falta <= 0) {
            seletor.selectNow(reagir);
        } else if (exato > semPressa) {
            seletor.select(reagir, Math.ceilDiv(falta, MILISSEGUNDO));
        } else if (falta >= FINO) {
            seletor.select(reagir, falta / MILISSEGUNDO - 1);
        } else {
            despertador.marcar(exato - adianta);
            seletor.select(reagir, FINO / MILISSEGUNDO);
        }
    }

    /// Interrompe a espera, de qualquer thread. O trinco existe porque acordar um seletor fechado estoura.
    synchronized void acordar() {
        if (seletor.isOpen()) {
            seletor.wakeup();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        despertador.close();
        seletor.close();
    }
}
