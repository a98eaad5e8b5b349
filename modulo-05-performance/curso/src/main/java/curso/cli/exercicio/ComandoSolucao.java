package curso.cli.exercicio;

import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha;
import curso.cli.nucleo.Opcoes;
import curso.cli.nucleo.Recusa;
import curso.cli.texto.Diferenca;
import curso.cli.texto.LinhaNaTela;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Mostra em que a solução do curso difere da do aluno, depois que a dele passa.
@Command(name = "solucao", description = "Compara a sua solução com a do curso, depois que a sua passa.")
public final class ComandoSolucao implements Runnable {

    @Mixin
    private Opcoes opcoes;

    @Parameters(paramLabel = "EXERCICIO", description = "Número do exercício: 03.1.")
    private String pedido;

    @Option(names = "--mostrar", description = "Mostra mesmo sem ter passado.")
    private boolean mostrar;

    private final Contexto contexto;

    public ComandoSolucao(Contexto contexto) {
        this.contexto = contexto;
    }

    @Override
    public void run() {
        var exercicio = Escolha.exercicio(contexto.catalogo(), pedido);
        if (!mostrar && !contexto.diario().ler().exercicio(exercicio.numero()).passou()) {
            throw Recusa.aindaNao("O exercício " + exercicio.numero() + " ainda não passou, e a solução aparece depois disso.",
                    "./curso dica " + exercicio.numero() + " ajuda a chegar lá; --mostrar mostra assim mesmo.");
        }
        var meu = contexto.casa().exercicio(exercicio.aula(), exercicio.ficha());
        var deles = contexto.casa().solucao(exercicio.aula(), exercicio.ficha());
        var diferenca = Diferenca.unificada(ler(meu), ler(deles), contexto.relativo(meu), contexto.relativo(deles));
        if (diferenca.isEmpty()) {
            contexto.tela().linha("A sua solução é igual à do curso, letra por letra.");
            return;
        }
        // Num arquivo ou num cano a diferença sai como veio, para o patch; numa tela, para quem lê.
        var tela = contexto.tela();
        diferenca.forEach(linha -> (tela.terminal() ? LinhaNaTela.quebrar(linha, tela.largura()) : List.of(linha))
                .forEach(pedaco -> tela.linha(pintar(pedaco, linha))));
    }

    /// Um pedaço tem a cor da linha de que veio.
    private String pintar(String linha, String inteira) {
        var pincel = contexto.tela().pincel();
        if (inteira.startsWith("---") || inteira.startsWith("+++")) {
            return pincel.negrito(linha);
        }
        return switch (inteira.isEmpty() ? ' ' : inteira.charAt(0)) {
            case '-' -> pincel.errado(linha);
            case '+' -> pincel.certo(linha);
            case '@' -> pincel.destaque(linha);
            default -> linha;
        };
    }

    private List<String> ler(Path arquivo) {
        if (!Files.isRegularFile(arquivo)) {
            throw Recusa.de("Não há " + contexto.relativo(arquivo) + ".", "Recupere-o: git checkout -- " + contexto.relativo(arquivo));
        }
        try {
            return Files.readString(arquivo).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("não consegui ler " + arquivo + ": " + e.getMessage(), e);
        }
    }
}
