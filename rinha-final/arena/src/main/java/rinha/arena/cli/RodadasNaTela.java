package rinha.arena.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import rinha.arena.medida.Rodada;
import rinha.carga.medida.Numeros;
import rinha.carga.medida.Ritmo;

/// A tabela das rodadas sem limite de taxa, e o que nelas merece aviso.
record RodadasNaTela(List<Rodada> rodadas, int conexoes, Duration duracao, Duration aquecimento) {
    /// As colunas da tabela com os nomes por extenso.
    private static final int LARGA = 80;

    void mostrar(Console console) {
        console.linha();
        console.linha(console.titulo("Sem limite de taxa"));
        console.dobrada("  ", console.fraco("Mistura 22:11:1, %d conexões, rodadas de %d s depois de %d s de aquecimento.".formatted(conexoes, duracao.toSeconds(), aquecimento.toSeconds())));
        boolean estreito = console.terminal().largura() < LARGA;
        console.linha(estreito ? "  %-6s %8s %7s %7s %7s %6s %7s".formatted("rodada", "req/s", "p50 ms", "p99 ms", "máx ms", "erros", "incons.")
                : "  %-8s %10s %10s %10s %10s %8s %16s".formatted("rodada", "req/s", "p50 (ms)", "p99 (ms)", "máx (ms)", "erros", "inconsistências"));
        for (int i = 0; i < rodadas.size(); i++) {
            var r = rodadas.get(i);
            var l = r.carga().latencias();
            console.linha((estreito ? "  %-6d %8s %7s %7s %7s %6d %7d" : "  %-8d %10s %10s %10s %10s %8d %16d").formatted(i + 1, Numeros.inteiro(r.carga().vazao()), Numeros.ms(l.p50Ms()), Numeros.ms(l.p99Ms()), Numeros.ms(l.maxMs()), r.erros(), r.inconsistencias()));
        }
        var vazoes = vazoes();
        console.linha("  mediana %s req/s, de %s a %s".formatted(Numeros.inteiro(mediana()), Numeros.inteiro(vazoes[0]), Numeros.inteiro(vazoes[vazoes.length - 1])));
        rodadas.stream().flatMap(r -> r.carga().gerador().gargalos().stream()).distinct().forEach(g -> console.aviso("Gargalo no gerador: " + g));
        rodadas.stream().map(r -> r.carga().gerador().ritmo()).filter(Ritmo::pesa).map(Ritmo::descricao).forEach(console::aviso);
        rodadas.stream().map(Rodada::porQueNaoSatisfaz).flatMap(Optional::stream).forEach(console::aviso);
        Contas.mostrar(rodadas.getLast(), console);
    }

    double mediana() {
        var ordenadas = vazoes();
        int meio = ordenadas.length / 2;
        return ordenadas.length % 2 == 1 ? ordenadas[meio] : (ordenadas[meio - 1] + ordenadas[meio]) / 2;
    }

    private double[] vazoes() {
        return rodadas.stream().mapToDouble(r -> r.carga().vazao()).sorted().toArray();
    }
}
