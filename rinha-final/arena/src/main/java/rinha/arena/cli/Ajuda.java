package rinha.arena.cli;

import picocli.CommandLine;

/// A ajuda em português: o picocli a escreve em inglês.
final class Ajuda {
    private Ajuda() {}

    static void emPortugues(CommandLine linha) {
        var uso = linha.getCommandSpec().usageMessage();
        uso.synopsisHeading("%nUso: ");
        uso.synopsisSubcommandLabel("COMANDO");
        uso.parameterListHeading("%nArgumentos%n");
        uso.optionListHeading("%nOpções%n");
        uso.commandListHeading("%nComandos%n");
        uso.descriptionHeading("%n");
        uso.width(100);
        if (linha.getParent() == null) {
            uso.footer("", "Sai com 0 se deu certo, 1 se o resultado não satisfaz, 2 se o comando está errado, 130 com Ctrl-C.");
        }
        linha.getSubcommands().values().forEach(Ajuda::emPortugues);
    }
}
