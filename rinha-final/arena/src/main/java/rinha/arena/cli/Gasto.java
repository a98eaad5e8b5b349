package rinha.arena.cli;

import rinha.arena.medida.Medidor;
import rinha.carga.medida.Numeros;

/// Mostra quanto cada serviço gastou, e quanto o limite mordeu.
final class Gasto {
    private Gasto() {}

    static void mostrar(Medidor medidor, Console console) {
        var gasto = medidor.ateAgora();
        console.linha();
        console.linha(console.titulo("O que o sistema gastou") + console.fraco(" em %s s".formatted(Numeros.decimal(gasto.duracao().toMillis() / 1e3, 0))));
        console.linha("  %-12s %10s %14s".formatted("serviço", "CPU usada", "memória (MB)"));
        gasto.processos().forEach(p -> console.linha("  %-12s %10s %14s".formatted(p.nome(), Numeros.decimal(gasto.cpuMedia(p.cpuSegundos()), 2), megabytes(p.picoBytes()))));
        console.linha("  %-12s %10s %14s".formatted("todos", Numeros.decimal(gasto.cpuMedia(), 2), megabytes(gasto.picoBytes())));
        console.dobrada("  ", console.fraco("Orçamento de 1,5 CPU e 550 MB: " + (gasto.imposto() ? gasto.comoFoi() : "só medido, nada foi limitado") + "." + medidor.mordidas().map(m ->
                " A CPU acabou em %s períodos de 100 ms; mortes por memória: %d.".formatted(Numeros.inteiro(m.pausasDeCpu()), m.mortesPorMemoria())).orElse("")));
    }

    private static String megabytes(long bytes) {
        return bytes <= 0 ? "—" : Numeros.decimal(bytes / 1048576.0, 0);
    }
}
