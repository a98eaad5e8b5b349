package curso.cli.maquina;

import curso.cli.nucleo.Codigo;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Opcoes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Deixa tudo compilado (trabalho do lançador, que já aconteceu quando isto roda) e confere a máquina.
@Command(name = "preparar", description = "Compila tudo e confere a máquina, para depois estudar sem rede.")
public final class ComandoPreparar implements Callable<Integer> {

    @Mixin
    private Opcoes opcoes;

    private final Contexto contexto;

    public ComandoPreparar(Contexto contexto) {
        this.contexto = contexto;
    }

    @Override
    public Integer call() {
        boolean certa = new Preparo(contexto).conferir();
        contexto.tela().linha(certa ? "  Tudo pronto. ./curso mapa mostra por onde começar."
                : "  Falta o que está marcado com ✗ acima. Depois: ./curso preparar");
        return certa ? Codigo.CERTO : Codigo.MAU_USO;
    }
}
