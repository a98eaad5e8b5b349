package curso.cli;

import java.util.Set;
import picocli.CommandLine;

/// A ajuda em português: o picocli a escreve em inglês.
final class Ajuda {

    /// Menos que isso o picocli recusa.
    private static final int LARGURA_MINIMA = 55;

    private Ajuda() {
    }

    /// Entende `ajuda COMANDO` como `COMANDO --ajuda`; um comando que não há fica só, para ser recusado como sempre.
    static String[] comoOpcao(Set<String> comandos, String... argumentos) {
        if (argumentos.length == 0 || !argumentos[0].equals("ajuda")) {
            return argumentos;
        }
        if (argumentos.length == 1) {
            return new String[] {"--ajuda"};
        }
        return comandos.contains(argumentos[1]) ? new String[] {argumentos[1], "--ajuda"} : new String[] {argumentos[1]};
    }

    static void emPortugues(CommandLine linha, int largura) {
        var uso = linha.getCommandSpec().usageMessage();
        uso.width(Math.max(LARGURA_MINIMA, largura));
        uso.synopsisHeading("%nUso: ");
        uso.synopsisSubcommandLabel("COMANDO");
        uso.parameterListHeading("%nArgumentos%n");
        uso.optionListHeading("%nOpções%n");
        uso.commandListHeading("%nComandos%n");
        uso.descriptionHeading("%n");
        if (linha.getParent() == null) {
            uso.footer("", "Comece por ./curso, sem palavra nenhuma. Variáveis: CURSO_JAVA_HOME, CURSO_M2, NO_COLOR, PAGER.");
        }
        linha.getSubcommands().values().forEach(comando -> emPortugues(comando, largura));
    }
}
