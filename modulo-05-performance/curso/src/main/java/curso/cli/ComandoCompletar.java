package curso.cli;

import curso.bancada.catalogo.Aula;
import curso.bancada.catalogo.FichaDeExercicio;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Opcoes;
import curso.cli.nucleo.Recusa;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Escreve o script que faz o shell completar comandos, opções, aulas e exercícios.
@Command(name = "completar", description = "Escreve o script de completar: eval \"$(./curso completar bash)\".")
final class ComandoCompletar implements Runnable {

    private static final Set<String> SHELLS = Set.of("bash", "zsh");

    @Mixin
    private Opcoes opcoes;

    @Parameters(paramLabel = "SHELL", description = "bash ou zsh.")
    private String shell;

    private final Contexto contexto;

    ComandoCompletar(Contexto contexto) {
        this.contexto = contexto;
    }

    @Override
    public void run() {
        if (!SHELLS.contains(shell)) {
            throw Recusa.de("Não sei completar em «" + shell + "».", "Use bash ou zsh: eval \"$(./curso completar bash)\"");
        }
        var linhas = new ArrayList<String>();
        linhas.add("# Completa ./curso. Ative com: eval \"$(./curso completar " + shell + ")\"");
        if (shell.equals("zsh")) {
            linhas.add("autoload -U +X bashcompinit && bashcompinit");
        }
        linhas.addAll(funcao());
        linhas.add("complete -F _curso curso ./curso");
        linhas.forEach(contexto.tela()::linha);
    }

    private List<String> funcao() {
        var raiz = Curso.todosOsComandos(contexto);
        var linhas = new ArrayList<>(List.of("_curso() {",
                "  local atual=${COMP_WORDS[COMP_CWORD]} comando= palavra opcoes=",
                "  for palavra in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do",
                "    case $palavra in -*) ;; *) comando=$palavra; break ;; esac",
                "  done",
                "  case $comando in"));
        raiz.getSubcommands().forEach((nome, comando) -> {
            if (!comando.getCommandSpec().usageMessage().hidden()) {
                linhas.add("    " + nome + ") opcoes='" + palavras(comando) + "' ;;");
            }
        });
        linhas.add("    '') opcoes='ajuda " + visiveis(raiz) + "' ;;");
        linhas.addAll(List.of("  esac", "  COMPREPLY=($(compgen -W \"$opcoes\" -- \"$atual\"))", "}"));
        return linhas;
    }

    private static String visiveis(CommandLine raiz) {
        return raiz.getSubcommands().entrySet().stream().filter(e -> !e.getValue().getCommandSpec().usageMessage().hidden())
                .map(e -> e.getKey()).collect(Collectors.joining(" "));
    }

    private String palavras(CommandLine comando) {
        var palavras = new ArrayList<String>();
        for (var parametro : comando.getCommandSpec().positionalParameters()) {
            var catalogo = contexto.catalogo();
            switch (parametro.paramLabel()) {
                case "AULA" -> palavras.addAll(catalogo.aulas().stream().map(Aula::numero).toList());
                case "EXERCICIO" -> palavras.addAll(catalogo.exercicios().stream().map(FichaDeExercicio::numero).toList());
                case "NOME" -> catalogo.aulas().forEach(a -> palavras.addAll(a.experimentos()));
                case "SHELL" -> palavras.addAll(SHELLS.stream().sorted().toList());
                default -> { }
            }
        }
        comando.getCommandSpec().options().forEach(o -> palavras.add(o.longestName()));
        return String.join(" ", palavras);
    }
}
