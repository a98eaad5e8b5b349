package curso.cli;

import picocli.CommandLine;

/// A ajuda em português: o picocli a escreve em inglês.
final class Ajuda {

    private Ajuda() {
    }

    /// Entende `ajuda COMANDO` como `COMANDO --ajuda`.
    static String[] comoOpcao(String... argumentos) {
        if (argumentos.length == 0 || !argumentos[0].equals("ajuda")) {
            return argumentos;
        }
        return argumentos.length == 1 ? new String[] {"--ajuda"} : new String[] {argumentos[1], "--ajuda"};
    }

    static void emPortugues(CommandLine linha) {
        var uso = linha.getCommandSpec().usageMessage();
        uso.synopsisHeading("%nUso: ");
        uso.synopsisSubcommandLabel("COMANDO");
        uso.parameterListHeading("%nArgumentos%n");
        uso.optionListHeading("%nOpções%n");
        uso.commandListHeading("%nComandos%n");
        uso.descriptionHeading("%n");
        if (linha.getParent() == null) {
            uso.footer("", "Comece por ./curso, sem palavra nenhuma. Variáveis: CURSO_JAVA_HOME, CURSO_M2, NO_COLOR, PAGER.");
        }
        linha.getSubcommands().values().forEach(Ajuda::emPortugues);
    }
}
