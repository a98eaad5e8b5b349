package rinha.arena.cli;

import curso.bancada.servicos.FalhaDeServico;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import rinha.arena.Recusa;

/// Transforma qualquer falha no que houve e no próximo passo. A pilha só aparece com `--verboso`.
final class Falhas {
    private static final int MAU_USO = 2;

    private final Console console;
    private final boolean verboso;

    private Falhas(Console console, boolean verboso) {
        this.console = console;
        this.verboso = verboso;
    }

    static void instalar(CommandLine linha, Console console, boolean verboso) {
        var falhas = new Falhas(console, verboso);
        linha.setParameterExceptionHandler((falha, _) -> falhas.mauUso(falha));
        linha.setExecutionExceptionHandler((falha, _, _) -> falhas.execucao(falha));
    }

    private int mauUso(ParameterException falha) {
        if (falha.getCause() instanceof Recusa recusa) {
            return execucao(recusa);
        }
        var comando = falha.getCommandLine();
        console.erro(traduzir(falha, comando), "Veja as opções: %s --ajuda".formatted(comando.getCommandSpec().qualifiedName()));
        pilha(falha);
        return MAU_USO;
    }

    private static String traduzir(ParameterException falha, CommandLine comando) {
        return switch (falha) {
            case UnmatchedArgumentException sobrou when sobrou.isUnknownOption() -> "Não conheço a opção «%s».".formatted(sobrou.getUnmatched().getFirst());
            case UnmatchedArgumentException sobrou when !comando.getSubcommands().isEmpty() -> "Não há «rinha %s». Há: %s.".formatted(
                    sobrou.getUnmatched().getFirst(), comando.getSubcommands().keySet().stream().sorted().collect(Collectors.joining(", ")));
            case UnmatchedArgumentException sobrou -> "Não sei o que fazer com «%s».".formatted(sobrou.getUnmatched().getFirst());
            case MissingParameterException falta -> "Falta o valor de " + falta.getMissing().stream().map(Falhas::nome).collect(Collectors.joining(" e ")) + ".";
            case OverwrittenOptionException repetida -> "A opção %s só vale uma vez.".formatted(nome(repetida.getOverwritten()));
            default -> falha.getArgSpec() == null ? falha.getMessage() : "«%s» não serve para %s%s.".formatted(falha.getValue(), nome(falha.getArgSpec()), esperado(falha.getArgSpec()));
        };
    }

    private static String esperado(ArgSpec argumento) {
        Class<?> tipo = argumento.type();
        return tipo == int.class ? ": vale um número inteiro"
                : tipo.isEnum() ? ": vale " + Arrays.stream(tipo.getEnumConstants()).map(c -> c.toString().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" ou ")) : "";
    }

    private static String nome(ArgSpec argumento) {
        return argumento instanceof OptionSpec opcao ? opcao.longestName() : argumento.paramLabel();
    }

    private int execucao(Exception falha) {
        int codigo = switch (falha) {
            case Recusa recusa -> {
                console.erro(recusa.getMessage(), recusa.proximoPasso());
                yield recusa.codigo();
            }
            case FalhaDeServico servico -> dizer(servico.getMessage(), "");
            case IllegalArgumentException regra -> dizer(comMaiuscula(regra.getMessage()), "");
            default -> dizer("Algo inesperado: " + falha, "Repita com --verboso para ver onde foi.");
        };
        pilha(falha);
        return codigo;
    }

    private static String comMaiuscula(String frase) {
        return frase == null || frase.isEmpty() ? "Pedido inválido." : frase.substring(0, 1).toUpperCase(Locale.ROOT) + frase.substring(1);
    }

    private int dizer(String oQue, String proximoPasso) {
        console.erro(oQue, proximoPasso);
        return MAU_USO;
    }

    private void pilha(Exception falha) {
        if (verboso) {
            falha.printStackTrace(console.erros());
        }
    }
}
