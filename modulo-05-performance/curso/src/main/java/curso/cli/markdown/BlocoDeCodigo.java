package curso.cli.markdown;

import curso.cli.terminal.Pincel;
import curso.cli.terminal.Texto;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;

/// Desenha código: de onde veio, uma margem e as cores da linguagem.
final class BlocoDeCodigo {

    private static final Pattern FONTE = Pattern.compile("\\bfonte=(\\S+)");
    private static final Pattern TITULO_DO_DIAGRAMA = Pattern.compile("(?m)^\\s*(?:accTitle|title):?\\s+(.+)$");

    private final Pincel pincel;

    BlocoDeCodigo(Pincel pincel) {
        this.pincel = pincel;
    }

    List<String> cercado(FencedCodeBlock bloco, int largura) {
        var informacao = bloco.getInfo() == null ? "" : bloco.getInfo().strip();
        var linguagem = informacao.split("\\s+")[0];
        if (linguagem.equals("mermaid")) {
            return diagrama(bloco.getLiteral(), largura);
        }
        var linhas = new ArrayList<String>();
        var fonte = FONTE.matcher(informacao);
        if (fonte.find()) {
            linhas.add(pincel.fraco("╭ " + Texto.encurtarNoComeco(fonte.group(1), largura - 2)));
        }
        linhas.addAll(linhas(bloco.getLiteral(), linguagem, largura));
        return linhas;
    }

    List<String> linhas(String codigo, String linguagem, int largura) {
        var linhas = new ArrayList<String>();
        for (var linha : codigo.stripTrailing().split("\n", -1)) {
            var margem = "│ ";
            var resto = linha.replace("\t", "    ");
            do {
                var cabe = pedaco(resto, largura - margem.length());
                linhas.add((pincel.fraco(margem) + Realce.pintar(cabe, linguagem, pincel)).stripTrailing());
                resto = resto.substring(cabe.length());
                margem = "│   ↳ ";
            } while (!resto.isEmpty());
        }
        return linhas;
    }

    /// O começo do código que cabe, partido de preferência depois de um espaço.
    private static String pedaco(String codigo, int colunas) {
        var cabe = Texto.cortar(codigo, colunas);
        int espaco = cabe.lastIndexOf(' ') + 1;
        return cabe.length() == codigo.length() || espaco < cabe.length() * 2 / 3 ? cabe : cabe.substring(0, espaco);
    }

    /// Um diagrama só se vê desenhado: o terminal diz o que ele mostra.
    private List<String> diagrama(String codigo, int largura) {
        var titulo = TITULO_DO_DIAGRAMA.matcher(codigo);
        var oQue = titulo.find() ? "diagrama: " + titulo.group(1).strip() : "diagrama";
        return Texto.quebrar("[" + oQue + " — desenhado na página, fora do terminal]", largura).stream()
                .map(pincel::fraco).toList();
    }
}
