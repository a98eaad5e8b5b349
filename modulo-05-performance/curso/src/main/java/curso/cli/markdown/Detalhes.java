package curso.cli.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/// Um `<details>`: o resumo e o que ele esconde.
///
/// O Markdown parte o HTML em blocos: `<details><summary>…</summary>`, depois os parágrafos, depois `</details>`. Sem
/// linhas em branco, é um bloco só, e o conteúdo dele ainda está por ler.
///
/// @param ultimo bloco em que o `<details>` termina
record Detalhes(String resumo, List<Node> conteudo, Node ultimo) {

    private static final Pattern RESUMO = Pattern.compile("(?s)<summary>(.*?)</summary>");
    private static final Parser LEITOR = Parser.builder().extensions(List.of(TablesExtension.create())).build();

    static boolean abre(HtmlBlock html) {
        return html.getLiteral().stripLeading().startsWith("<details");
    }

    static Detalhes de(HtmlBlock inicio) {
        var conteudo = new ArrayList<Node>();
        ler(inicio, conteudo);
        Node ultimo = inicio;
        while (!fecha(ultimo) && ultimo.getNext() != null) {
            ultimo = ultimo.getNext();
            if (ultimo instanceof HtmlBlock html) {
                ler(html, conteudo);
            } else {
                conteudo.add(ultimo);
            }
        }
        return new Detalhes(resumo(inicio), conteudo, ultimo);
    }

    private static void ler(HtmlBlock html, List<Node> conteudo) {
        var dentro = RESUMO.matcher(html.getLiteral()).replaceAll("").replaceAll("</?details[^>]*>", "");
        for (var no = LEITOR.parse(dentro.strip()).getFirstChild(); no != null; no = no.getNext()) {
            conteudo.add(no);
        }
    }

    private static boolean fecha(Node no) {
        return no instanceof HtmlBlock html && html.getLiteral().contains("</details>");
    }

    private static String resumo(HtmlBlock inicio) {
        var achado = RESUMO.matcher(inicio.getLiteral());
        return achado.find() ? achado.group(1).replaceAll("<[^>]+>", "").strip() : "Detalhes";
    }
}
