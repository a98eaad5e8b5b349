package rinha.arena.cli;

import picocli.CommandLine;

/// A ajuda em português: o picocli a escreve em inglês.
final class Ajuda {
    /// Menos que isto o picocli recusa.
    private static final int LARGURA_MINIMA = 55;
    private static final int LARGURA_MAXIMA = 100;

    private Ajuda() {}

    /// @param largura as colunas do terminal
    static void emPortugues(CommandLine linha, int largura) {
        var uso = linha.getCommandSpec().usageMessage();
        uso.synopsisHeading("%nUso: ");
        uso.synopsisSubcommandLabel("[COMANDO]");
        uso.parameterListHeading("%nArgumentos%n");
        uso.optionListHeading("%nOpções%n");
        uso.commandListHeading("%nComandos%n");
        uso.descriptionHeading("%n");
        uso.width(Math.clamp(largura, LARGURA_MINIMA, LARGURA_MAXIMA));
        if (linha.getParent() == null) {
            uso.footer("", "Sai com 0 se deu certo, 1 se o resultado não satisfaz, 2 se o comando está errado, 130 com Ctrl-C.");
        }
        linha.getSubcommands().values().forEach(comando -> emPortugues(comando, largura));
    }
}
