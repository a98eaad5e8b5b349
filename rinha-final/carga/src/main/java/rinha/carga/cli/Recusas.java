package rinha.carga.cli;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Explica em português por que um comando foi recusado, e sai com 2.
public final class Recusas {

    private static final int COMANDO_ERRADO = 2;
    private static final Pattern OPCAO = Pattern.compile("--[a-z0-9-]+");

    private Recusas() {
    }

    /// Escreve a recusa de qualquer comando nosso, com o nome dele; serve de `parameterExceptionHandler`.
    public static int explicar(ParameterException e, String[] argumentos) {
        CommandLine comando = e.getCommandLine();
        comando.getErr().println(comando.getCommandSpec().qualifiedName() + ": " + frase(e));
        comando.getErr().println("Veja as opções com --ajuda.");
        comando.getErr().flush();
        return COMANDO_ERRADO;
    }

    private static String frase(ParameterException e) {
        return switch (e) {
            case MissingParameterException m -> m.getMissing().isEmpty() ? "falta um valor"
                    : "falta " + m.getMissing().stream().map(Recusas::nome).collect(Collectors.joining(", "));
            case UnmatchedArgumentException u -> "não conheço «%s»".formatted(String.join(" ", u.getUnmatched()));
            // O picocli só as nomeia na mensagem, que é em inglês.
            case MutuallyExclusiveArgsException m -> OPCAO.matcher(m.getMessage()).results().map(MatchResult::group).distinct()
                    .collect(Collectors.joining(" e ")) + " não vão juntas; deixe uma só";
            case OverwrittenOptionException o -> "%s apareceu mais de uma vez; deixe uma só".formatted(nome(o.getOverwritten()));
            default -> e.getCause() instanceof TypeConversionException propria && propria.getMessage().startsWith("«")
                    ? nome(e.getArgSpec()) + ": " + propria.getMessage() : valorOuMensagem(e);
        };
    }

    private static String valorOuMensagem(ParameterException e) {
        if (e.getCause() instanceof IllegalArgumentException regra || e.getArgSpec() == null) {
            return e.getMessage();
        }
        ArgSpec opcao = e.getArgSpec();
        if (opcao.typeInfo().isBoolean()) {
            return nome(opcao) + " não leva valor";
        }
        return opcao.typeInfo().isMap() ? nome(opcao) + " espera " + opcao.paramLabel()
                : "%s não aceita «%s»; espera %s".formatted(nome(opcao), e.getValue(), esperado(opcao));
    }

    private static String esperado(ArgSpec opcao) {
        Class<?> tipo = opcao.auxiliaryTypes()[0];
        if (tipo.isEnum()) {
            return Arrays.stream(tipo.getEnumConstants()).map(c -> c.toString().toLowerCase()).collect(Collectors.joining(", "));
        }
        return tipo == Double.class ? "um número com ponto decimal, como 1.5" : "um número inteiro";
    }

    private static String nome(ArgSpec argumento) {
        return argumento instanceof OptionSpec opcao ? opcao.longestName() : argumento.paramLabel();
    }
}
