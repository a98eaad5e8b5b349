package rinha.arena.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// A avaliação de um servidor que já está no ar ou, sem `--url`, do sistema do curso.
@Command(name = "avaliar", description = "Avalia um servidor, regra por regra, com a carga oficial, e dá a nota.")
final class ComandoAvaliar implements Callable<Integer> {
    @Mixin
    private Comuns comuns;

    @Mixin
    private Alvo alvo;

    @Mixin
    private DaAvaliacao daAvaliacao;

    private final Console console;

    ComandoAvaliar(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return daAvaliacao.fazer(alvo, console);
    }
}
