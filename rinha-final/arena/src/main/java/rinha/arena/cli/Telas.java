package rinha.arena.cli;

import java.util.function.Function;
import rinha.carga.Plano;
import rinha.carga.tela.Tela;

/// Abre a tela viva de uma carga.
final class Telas {
    private Telas() {}

    static Function<Plano, Tela> da(Console console) {
        return plano -> new Tela(plano, console.terminal(), console.saida());
    }
}
