package curso.cli;

import picocli.CommandLine;

/// Põe em português os títulos da ajuda, que o picocli escreve em inglês.
final class Ajuda {

    private Ajuda() {
    }

    static void emPortugues(CommandLine linha) {
        var uso = linha.getCommandSpec().usageMessage();
        uso.synopsisHeading("%nUso: ");
        uso.synopsisSubcommandLabel("COMANDO");
        uso.parameterListHeading("%nArgumentos%n");
        uso.optionListHeading("%nOpções%n");
        uso.commandListHeading("%nComandos%n");
        uso.descriptionHeading("%n");
        uso.autoWidth(false);
        linha.getSubcommands().values().forEach(Ajuda::emPortugues);
    }
}
