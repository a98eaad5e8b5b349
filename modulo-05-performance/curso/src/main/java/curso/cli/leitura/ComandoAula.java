package curso.cli.leitura;

import curso.bancada.catalogo.Aula;
import curso.bancada.catalogo.FichaDeExercicio;
import curso.cli.markdown.EmTerminal;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha;
import curso.cli.nucleo.Opcoes;
import curso.cli.nucleo.Recusa;
import curso.cli.terminal.Texto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Mostra o texto de uma aula, paginado num terminal.
@Command(name = "aula", description = "Abre o texto de uma aula.")
public final class ComandoAula implements Runnable {

    @Mixin
    private Opcoes opcoes;

    @Parameters(paramLabel = "AULA", description = "Número ou nome da aula: 03, pool.")
    private String pedida;

    private final Contexto contexto;

    public ComandoAula(Contexto contexto) {
        this.contexto = contexto;
    }

    @Override
    public void run() {
        var aula = Escolha.aula(contexto.catalogo(), pedida);
        var linhas = new ArrayList<String>();
        linhas.addAll(abertura(aula));
        var tela = contexto.tela();
        linhas.addAll(EmTerminal.linhas(texto(aula), contexto.relativo(contexto.casa().pastaDaTeoria()),
                tela.largura() - 2, tela.pincel()).stream().map(linha -> linha.isEmpty() ? linha : " " + linha).toList());
        linhas.addAll(fecho(aula));
        new Paginador(contexto).mostrar(linhas);
        contexto.diario().atualizar(p -> p.comAulaLida(aula.numero(), contexto.diario().agora()));
    }

    private String texto(Aula aula) {
        var arquivo = contexto.casa().teoria(aula);
        try {
            return Files.readString(arquivo).replace("\r\n", "\n");
        } catch (NoSuchFileException e) {
            throw Recusa.de("O texto da aula não está em " + arquivo + ".", "Recupere-o: git checkout -- teoria");
        } catch (IOException e) {
            throw Recusa.de("Não consegui ler " + arquivo + ": " + e.getMessage(), "Confira as permissões da pasta.", e);
        }
    }

    private List<String> abertura(Aula aula) {
        var pincel = contexto.tela().pincel();
        return List.of(pincel.fraco(" aula " + aula.numero() + " · " + aula.minutos() + " min de leitura · "
                + aula.exercicios().size() + (aula.exercicios().size() == 1 ? " exercício" : " exercícios")), "");
    }

    private List<String> fecho(Aula aula) {
        var pincel = contexto.tela().pincel();
        var linhas = new ArrayList<>(List.of("", pincel.negrito(" E agora")));
        if (!aula.experimentos().isEmpty()) {
            var comando = "./curso exemplo " + aula.numero();
            var nomes = Texto.quebrar(String.join(", ", aula.experimentos()), contexto.tela().largura() - comando.length() - 4);
            linhas.add(" " + pincel.destaque(comando) + "   " + nomes.getFirst());
            nomes.stream().skip(1).forEach(n -> linhas.add(" ".repeat(comando.length() + 4) + n));
        }
        if (!aula.exercicios().isEmpty()) {
            linhas.add(" " + pincel.destaque("./curso assistir " + aula.numero()) + "  " + aula.exercicios().stream()
                    .map(FichaDeExercicio::numero).collect(Collectors.joining(", ")));
        }
        return linhas;
    }
}
