package rinha.arena.cli;

import rinha.arena.medida.Rodada;
import rinha.carga.medida.Numeros;

/// Mostra se as contas fecham depois de uma carga.
final class Contas {
    private Contas() {}

    static void mostrar(Rodada rodada, Console console) {
        var contas = rodada.contas();
        console.linha();
        if (contas.confere()) {
            console.dobrada("", console.certo("✓ ") + "As contas fecham: a soma de %s transações aceitas é o saldo de cada cliente%s.".formatted(Numeros.inteiro(contas.aceitas()),
                    contas.desconhecidas() == 0 ? "" : " (de %s não se soube o desfecho)".formatted(Numeros.inteiro(contas.desconhecidas()))));
        }
        contas.contas().stream().filter(c -> !c.confere()).forEach(c -> console.dobrada("", "✗ Cliente %d: o servidor mostra %d; a soma do que ele aceitou dá %s (diferença de %d).".formatted(
                c.cliente(), c.visto(), c.esperado(), c.diferenca())));
    }
}
