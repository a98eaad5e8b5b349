package curso.cli;

import curso.bancada.catalogo.CatalogoInvalido;
import curso.bancada.servicos.FalhaDeServico;
import curso.cli.nucleo.Codigo;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Recusa;
import curso.cli.terminal.Tela;
import curso.cli.terminal.Texto;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Transforma qualquer falha em duas linhas: o que houve e o próximo passo. A pilha só aparece com `--verboso`.
final class Falhas {

    private final Contexto contexto;

    private Falhas(Contexto contexto) {
        this.contexto = contexto;
    }

    static void instalar(CommandLine linha, Contexto contexto) {
        var falhas = new Falhas(contexto);
        linha.setParameterExceptionHandler(falhas::mauUso);
        linha.setExecutionExceptionHandler((falha, _, lido) -> falhas.execucao(falha, lido.originalArgs()));
    }

    private int mauUso(ParameterException falha, String[] argumentos) {
        var comando = falha.getCommandLine();
        dizer(traduzir(falha, comando, argumentos), "Veja as opções: " + ajudaDe(comando));
        pilha(falha, Arrays.asList(argumentos));
        return Codigo.MAU_USO;
    }

    private String traduzir(ParameterException falha, CommandLine comando, String... argumentos) {
        return switch (falha) {
            case UnmatchedArgumentException sobrou -> sobrou(sobrou, comando);
            case MissingParameterException _ when desconhecida(comando, argumentos).isPresent() ->
                    semOpcao(desconhecida(comando, argumentos).get());
            case MissingParameterException falta -> "Falta dizer " + String.join(" e ",
                    falta.getMissing().stream().map(Falhas::nome).toList()) + ". " + explicado(falta.getMissing());
            case OverwrittenOptionException repetida -> "A opção " + nome(repetida.getOverwritten()) + " só vale uma vez.";
            default -> falha.getArgSpec() == null ? falha.getMessage()
                    : "«" + falha.getValue() + "» não serve para " + nome(falha.getArgSpec()) + ".";
        };
    }

    private String sobrou(UnmatchedArgumentException falha, CommandLine comando) {
        var primeiro = falha.getUnmatched().getFirst();
        if (falha.isUnknownOption()) {
            return semOpcao(primeiro);
        }
        if (comando.getSubcommands().isEmpty()) {
            return "Não sei o que fazer com «" + primeiro + "».";
        }
        return curso.cli.nucleo.Sugestao.comando(primeiro, comando.getSubcommands().keySet());
    }

    /// O picocli reclama primeiro do que falta; para quem errou a opção, ela é que é a notícia.
    private static Optional<String> desconhecida(CommandLine comando, String... argumentos) {
        var conhecidas = comando.getCommandSpec().optionsMap().keySet();
        return Arrays.stream(argumentos).filter(a -> a.matches("--?\\p{L}.*"))
                .filter(a -> !conhecidas.contains(a.replaceFirst("=.*", ""))).findFirst();
    }

    private static String semOpcao(String opcao) {
        return "Não conheço a opção «" + opcao + "».";
    }

    private int execucao(Exception falha, Iterable<String> argumentos) {
        int codigo = switch (falha) {
            case Recusa recusa -> {
                dizer(recusa.getMessage(), recusa.proximoPasso());
                yield recusa.codigo();
            }
            case CatalogoInvalido invalido -> explicar(invalido.getMessage(),
                    "Um arquivo do curso está fora do esperado. Se você não o mudou: git checkout -- teoria solucoes exercicios/dicas");
            case FalhaDeServico servico -> explicar(servico.getMessage(), "");
            case UncheckedIOException disco -> explicar(disco.getMessage(), "Confira as permissões e o espaço em disco.");
            default -> explicar("Algo inesperado: " + falha, "Repita com --verboso para ver onde foi.");
        };
        pilha(falha, argumentos);
        return codigo;
    }

    private int explicar(String oQue, String proximoPasso) {
        dizer(oQue, proximoPasso);
        return Codigo.MAU_USO;
    }

    private void dizer(String oQue, String proximoPasso) {
        Tela tela = contexto.tela();
        avisar(tela.pincelDosErros().errado("✗ "), oQue);
        if (!proximoPasso.isBlank()) {
            avisar("  ", proximoPasso);
        }
    }

    /// Num terminal, quebra entre palavras; quem lê de um cano quer a linha inteira.
    private void avisar(String comeco, String texto) {
        Tela tela = contexto.tela();
        var linhas = tela.terminal() ? Texto.quebrar(texto, tela.largura() - 2) : List.of(texto);
        tela.aviso(comeco + linhas.getFirst());
        linhas.stream().skip(1).forEach(linha -> tela.aviso("  " + linha));
    }

    private void pilha(Exception falha, Iterable<String> argumentos) {
        for (var argumento : argumentos) {
            if (argumento.equals("--verboso")) {
                falha.printStackTrace(contexto.tela().erros());
                return;
            }
        }
    }

    private static String nome(ArgSpec argumento) {
        return argumento.isOption() ? ((CommandLine.Model.OptionSpec) argumento).longestName() : argumento.paramLabel();
    }

    /// O que é o primeiro que falta, nas palavras da ajuda: «Número do exercício: 03.1.».
    private static String explicado(List<ArgSpec> faltam) {
        var descricao = faltam.getFirst().description();
        return descricao.length == 0 ? "" : descricao[0];
    }

    private static String ajudaDe(CommandLine comando) {
        var nome = comando.getCommandSpec().qualifiedName();
        return "./" + nome + " --ajuda";
    }
}
