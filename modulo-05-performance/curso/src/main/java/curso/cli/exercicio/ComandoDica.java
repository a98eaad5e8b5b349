package curso.cli.exercicio;

import curso.cli.markdown.EmTerminal;
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
        var dicas = Dicas.ler(contexto, exercicio);
        int vista = desdeOInicio ? 0 : contexto.diario().ler().exercicio(exercicio.numero()).dicas();
        int nivel = Math.min(vista + 1, dicas.quantas());
        mostrar(exercicio, dicas, nivel);
        contexto.diario().atualizar(p -> p.comExercicio(exercicio.numero(), a -> a.comDica(nivel)));
    }

    private void mostrar(Escolha.Exercicio exercicio, Dicas dicas, int nivel) {
        var tela = contexto.tela();
        var pincel = tela.pincel();
        tela.linha();
        tela.linha("  " + pincel.titulo("Dica " + nivel + " de " + dicas.quantas()) + pincel.fraco(" · " + exercicio.numero()
                + " " + exercicio.ficha().titulo()));
        tela.linha();
        for (var linha : EmTerminal.linhas(dicas.nivel(nivel), "exercicios/dicas", tela.largura() - 4, pincel)) {
            tela.linha(linha.isEmpty() ? "" : "  " + linha);
        }
        tela.linha();
        tela.linha("  " + pincel.fraco(nivel < dicas.quantas() ? "Ainda travado? ./curso dica " + exercicio.numero() + " mostra a próxima."
                : "Esta é a última. ./curso dica " + exercicio.numero() + " --desde-o-inicio volta à primeira."));
        tela.linha();
    }
}
