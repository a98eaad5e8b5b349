package curso.cli.exercicio;

import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha;
import curso.cli.nucleo.Opcoes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Mostra uma dica, um nível a mais a cada vez.
@Command(name = "dica", description = "Mostra uma dica do exercício, um nível a mais a cada vez.")
public final class ComandoDica implements Runnable {

    @Mixin
    private Opcoes opcoes;

    @Parameters(paramLabel = "EXERCICIO", description = "Número do exercício: 03.1.")
    private String pedido;

    @Option(names = "--desde-o-inicio", description = "Volta à primeira dica.")
    private boolean desdeOInicio;

    private final Contexto contexto;

    public ComandoDica(Contexto contexto) {
        this.contexto = contexto;
    }

    @Override
    public void run() {
        var exercicio = Escolha.exercicio(contexto.catalogo(), pedido);
        Dicas.mostrarProxima(contexto, exercicio, desdeOInicio);
    }
}
