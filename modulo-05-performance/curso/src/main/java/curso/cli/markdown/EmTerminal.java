package curso.cli.markdown;

import curso.cli.terminal.Estilo;
import curso.cli.terminal.Pincel;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;

/// Transforma um texto em Markdown nas linhas que o terminal mostra.
///
/// Links viram notas no fim, e o que está em `<details>` (a resposta de uma pergunta) também: ler a pergunta
/// com a resposta embaixo não faz pensar.
public final class EmTerminal {

    private static final Parser LEITOR = Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private EmTerminal() {
    }

    /// Devolve as linhas do documento em até `largura` colunas.
    ///
    /// @param pasta pasta do documento a partir da raiz do curso, para que os caminhos mostrados se abram dali
    public static List<String> linhas(String markdown, String pasta, int largura, Pincel pincel) {
        var notas = new Notas(pasta);
        var blocos = new Blocos(notas, pincel);
        var linhas = new ArrayList<>(blocos.filhos(LEITOR.parse(semCabecalho(markdown)), largura));
        acrescentarRespostas(linhas, notas, pincel);
        acrescentarLinks(linhas, notas, pincel);
        return linhas;
    }

    /// Tira o cabeçalho YAML, se há um.
    static String semCabecalho(String markdown) {
        if (!markdown.startsWith("---\n")) {
            return markdown;
        }
        int fim = markdown.indexOf("\n---\n", 3);
        return fim < 0 ? markdown : markdown.substring(fim + 5);
    }

    private static void acrescentarRespostas(List<String> linhas, Notas notas, Pincel pincel) {
        int numero = 0;
        for (var resposta : notas.respostas()) {
            if (++numero == 1) {
                linhas.addAll(List.of("", pincel.titulo("Respostas"), ""));
            }
            var marca = pincel.fraco(numero + ". ");
            for (var linha : resposta) {
                linhas.add(marca + linha);
                marca = "   ";
            }
            linhas.add("");
        }
    }

    private static void acrescentarLinks(List<String> linhas, Notas notas, Pincel pincel) {
        int numero = 0;
        for (var link : notas.links()) {
            if (++numero == 1) {
                linhas.addAll(List.of("", pincel.titulo("Links"), ""));
            }
            linhas.add(pincel.fraco("[" + numero + "] ") + pincel.pintar(link, Estilo.DESTAQUE));
        }
    }
}
