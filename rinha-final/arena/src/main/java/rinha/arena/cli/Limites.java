package rinha.arena.cli;

import rinha.arena.Recusa;

/// Os limites do que se pode pedir a uma carga sem limite de taxa.
final class Limites {
    private static final int RODADAS = 50;
    private static final int CONEXOES = 4_096;

    private Limites() {}

    static void conferir(int rodadas, int conexoes) {
        if (rodadas < 1 || rodadas > RODADAS) {
            throw Recusa.de("Vieram %d rodadas; vale de 1 a %d.".formatted(rodadas, RODADAS), "Com 5 já se vê o espalhamento: --rodadas 5");
        }
        if (conexoes < 1 || conexoes > CONEXOES) {
            throw Recusa.de("Vieram %d conexões; vale de 1 a %d.".formatted(conexoes, CONEXOES), "O balanceador aceita até 4096; o padrão é --conexoes 32");
        }
    }
}
