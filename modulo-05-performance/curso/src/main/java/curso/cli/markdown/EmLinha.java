package curso.cli.markdown;

import curso.cli.terminal.Estilo;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Desfaz o conteúdo de um parágrafo em trechos; cada endereço vira uma nota.
final class EmLinha {

    private final Notas notas;

    EmLinha(Notas notas) {
        this.notas = notas;
    }

    List<Trecho> trechos(Node pai, Estilo estilo) {
        var trechos = new ArrayList<Trecho>();
        filhos(pai, estilo, trechos);
        return trechos;
    }

    private void filhos(Node pai, Estilo estilo, List<Trecho> trechos) {
        for (var no = pai.getFirstChild(); no != null; no = no.getNext()) {
            um(no, estilo, trechos);
        }
    }

    private void um(Node no, Estilo estilo, List<Trecho> trechos) {
        switch (no) {
            case Text texto -> trechos.add(new Trecho(texto.getLiteral(), estilo));
            case Code codigo -> trechos.add(new Trecho(codigo.getLiteral(), Estilo.CODIGO));
            case Emphasis enfase -> filhos(enfase, Estilo.ITALICO, trechos);
            case StrongEmphasis forte -> filhos(forte, Estilo.NEGRITO, trechos);
            case SoftLineBreak _ -> trechos.add(new Trecho(" ", estilo));
            case HardLineBreak _ -> trechos.add(new Trecho("\n", estilo));
            case Image imagem -> figura(imagem, trechos);
            case Link link -> link(link, estilo, trechos);
            case HtmlInline html -> trechos.add(new Trecho(html.getLiteral().startsWith("<br") ? "\n" : "", estilo));
            default -> filhos(no, estilo, trechos);
        }
    }

    private void link(Link link, Estilo estilo, List<Trecho> trechos) {
        var destino = link.getDestination();
        filhos(link, destino.startsWith("#") ? estilo : Estilo.SUBLINHADO, trechos);
        if (!destino.startsWith("#") && !destino.equals(textoDe(link))) {
            trechos.add(new Trecho("[" + notas.link(destino) + "]", Estilo.FRACO));
        }
    }

    private void figura(Image imagem, List<Trecho> trechos) {
        trechos.add(new Trecho("[figura: " + textoDe(imagem) + " — ", Estilo.FRACO));
        trechos.add(new Trecho(notas.caminho(imagem.getDestination()), Estilo.DESTAQUE));
        trechos.add(new Trecho("]", Estilo.FRACO));
    }

    /// Devolve o texto de um nó, sem estilo nenhum.
    String textoDe(Node no) {
        var juntado = new StringBuilder();
        for (var trecho : new EmLinha(new Notas("")).trechos(no, Estilo.NORMAL)) {
            juntado.append(trecho.texto());
        }
        return juntado.toString();
    }
}
