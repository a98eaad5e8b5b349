package rinha.arena.cli;

import picocli.CommandLine.Option;

/// As opções que todo comando tem.
final class Comuns {
    @Option(names = {"-h", "--ajuda", "--help"}, usageHelp = true, description = "Mostra esta ajuda.")
    private boolean ajuda;

    @Option(names = "--verboso", description = "Mostra a pilha inteira quando algo falha.")
    private boolean verboso;
}
