package rinha.arena.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Sem palavra nenhuma: sobe, avalia com a carga reduzida, mostra a nota e derruba.
@Command(name = "./curso rinha", description = "O projeto final: sobe o sistema inteiro nesta máquina, avalia, mostra a nota e derruba.")
final class ComandoRinha implements Callable<Integer> {
    @Mixin
    private Comuns comuns;

    @Mixin
    private Alvo alvo;

    @Mixin
    private DaAvaliacao daAvaliacao;

    private final Console console;

    ComandoRinha(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return daAvaliacao.fazer(alvo, console);
    }
}
