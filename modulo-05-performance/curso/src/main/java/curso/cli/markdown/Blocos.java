package curso.cli.markdown;

import curso.cli.terminal.Estilo;
import curso.cli.terminal.Pincel;
import curso.cli.terminal.Texto;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/// Desenha blocos de Markdown: cada um vira linhas prontas, e quem o contém as recua.
final class Blocos {

    private final Notas notas;
    private final Pincel pincel;
    private final EmLinha emLinha;

    Blocos(Notas notas, Pincel pincel) {
        this.notas = notas;
        this.pincel = pincel;
        this.emLinha = new EmLinha(notas);
    }

    /// Desenha os filhos de `pai`, com uma linha em branco entre eles.
    List<String> filhos(Node pai, int largura) {
        var linhas = new ArrayList<String>();
        for (var no = pai.getFirstChild(); no != null; no = no.getNext()) {
            List<String> bloco;
            if (no instanceof HtmlBlock html && Detalhes.abre(html)) {
                var detalhes = Detalhes.de(html);
                bloco = resposta(detalhes, largura);
                no = detalhes.ultimo();
            } else {
                bloco = bloco(no, largura);
            }
            if (!bloco.isEmpty()) {
                separar(linhas, pai);
                linhas.addAll(bloco);
            }
        }
        return linhas;
    }

    private static void separar(List<String> linhas, Node pai) {
        boolean listaCompacta = pai.getParent() instanceof ListBlock lista && lista.isTight();
        if (!linhas.isEmpty() && !listaCompacta) {
            linhas.add("");
        }
    }

    private List<String> bloco(Node no, int largura) {
        return switch (no) {
            case Heading titulo -> titulo(titulo, largura);
            case Paragraph paragrafo -> paragrafo(paragrafo, largura);
            case FencedCodeBlock codigo -> new BlocoDeCodigo(pincel).cercado(codigo, largura);
            case IndentedCodeBlock codigo -> new BlocoDeCodigo(pincel).linhas(codigo.getLiteral(), "", largura);
            case BlockQuote citacao -> prefixar(filhos(citacao, largura - 2), pincel.destaque("▌ "), pincel.destaque("▌ "));
            case BulletList lista -> lista(lista, largura);
            case OrderedList lista -> lista(lista, largura);
            case TableBlock tabela -> new BlocoDeTabela(emLinha, pincel).linhas(tabela, largura);
            case ThematicBreak _ -> List.of(pincel.fraco("─".repeat(largura)));
            case HtmlBlock html -> html(html, largura);
            default -> filhos(no, largura);
        };
    }

    private List<String> titulo(Heading titulo, int largura) {
        var estilo = titulo.getLevel() <= 2 ? Estilo.TITULO : Estilo.NEGRITO;
        var linhas = Trecho.quebrar(emLinha.trechos(titulo, estilo), largura, pincel);
        return switch (titulo.getLevel()) {
            case 1 -> juntar(linhas, pincel.titulo("━".repeat(Math.min(largura, maior(linhas)))));
            case 2 -> juntar(linhas, pincel.fraco("─".repeat(Math.min(largura, maior(linhas)))));
            default -> linhas;
        };
    }

    private List<String> paragrafo(Paragraph paragrafo, int largura) {
        return Trecho.quebrar(emLinha.trechos(paragrafo, Estilo.NORMAL), largura, pincel);
    }

    private List<String> lista(ListBlock lista, int largura) {
        var linhas = new ArrayList<String>();
        int numero = lista instanceof OrderedList ordenada && ordenada.getMarkerStartNumber() != null
                ? ordenada.getMarkerStartNumber() : 1;
        for (var item = lista.getFirstChild(); item != null; item = item.getNext()) {
            var marca = lista instanceof OrderedList ? numero++ + ". " : "• ";
            var recuo = " ".repeat(marca.length());
            if (!lista.isTight() && !linhas.isEmpty()) {
                linhas.add("");
            }
            linhas.addAll(prefixar(filhos(item, largura - marca.length()), pincel.destaque(marca), recuo));
        }
        return linhas;
    }

    /// Comentários (marcadores de medição) somem; de outras marcas fica o texto.
    private List<String> html(HtmlBlock html, int largura) {
        var texto = html.getLiteral().replaceAll("(?s)<!--.*?-->", "").replaceAll("<[^>]+>", "").strip();
        return texto.isEmpty() ? List.of() : Texto.quebrar(texto, largura);
    }

    private List<String> resposta(Detalhes detalhes, int largura) {
        var conteudo = new ArrayList<String>();
        for (var no : detalhes.conteudo()) {
            if (!conteudo.isEmpty()) {
                conteudo.add("");
            }
            conteudo.addAll(bloco(no, largura - 3));
        }
        int numero = notas.resposta(conteudo);
        return List.of(pincel.fraco("▸ " + detalhes.resumo() + ": no fim da página, número " + numero));
    }

    private static List<String> prefixar(List<String> linhas, String primeira, String demais) {
        var prefixadas = new ArrayList<String>();
        for (var linha : linhas) {
            prefixadas.add((prefixadas.isEmpty() ? primeira : demais) + linha);
        }
        return prefixadas;
    }

    private static List<String> juntar(List<String> linhas, String ultima) {
        var juntas = new ArrayList<>(linhas);
        juntas.add(ultima);
        return juntas;
    }

    private static int maior(List<String> linhas) {
        return linhas.stream().mapToInt(Texto::largura).max().orElse(0);
    }
}
