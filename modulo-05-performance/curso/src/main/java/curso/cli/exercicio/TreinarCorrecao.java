package curso.cli.exercicio;

import curso.bancada.correcao.Corretor;
import curso.bancada.correcao.Pedido;
import curso.bancada.correcao.TreinoDoOperario;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Corrige algumas soluções do curso para que a JVM da correção deixe o cache AOT dela; o lançador roda isto uma vez.
@Command(name = "treinar-correcao", hidden = true)
public final class TreinarCorrecao implements Callable<Integer> {

    private static final int EXERCICIOS = 3;
    private static final Duration PRAZO = Duration.ofSeconds(90);

    @Parameters(paramLabel = "CACHE")
    private Path cache;

    private final Contexto contexto;

    public TreinarCorrecao(Contexto contexto) {
        this.contexto = contexto;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var pedidos = Escolha.todos(contexto.catalogo()).stream()
                .filter(e -> Files.isRegularFile(contexto.casa().solucao(e.aula(), e.ficha())))
                .filter(e -> e.numero().endsWith(".1")).limit(EXERCICIOS).map(this::pedido).toList();
        var opcoes = new Corretor.Opcoes(List.of(), Map.of(), PRAZO).comCompilacoes(Operario.compilacoesAoLadoDe(cache));
        return !pedidos.isEmpty() && TreinoDoOperario.gravar(cache, pedidos, opcoes) ? 0 : 1;
    }

    private Pedido pedido(Escolha.Exercicio e) {
        var casa = contexto.casa();
        return Pedido.de(casa, e.aula(), e.ficha(), casa.solucao(e.aula(), e.ficha()));
    }
}
