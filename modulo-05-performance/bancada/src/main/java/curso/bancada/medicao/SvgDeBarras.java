package curso.bancada.medicao;

import java.util.List;

/// Barras horizontais, um quadro por coluna desenhada; o valor vai escrito na ponta de cada barra.
final class SvgDeBarras {

    private static final double LINHA = 32;
    private static final double BARRA = 18;
    private static final double NOME_MAXIMO = 270;
    private static final int LETRAS_POR_LINHA = 32;

    private final Tabela tabela;
    private final Svg svg = new Svg();

    SvgDeBarras(Tabela tabela) {
        this.tabela = tabela;
    }

    String desenhar() {
        double y = svg.titulo(tabela.titulo());
        for (var cabecalho : tabela.desenhadas()) {
            y = quadro(cabecalho, y + 30);
        }
        return svg.pronto(y + 10, tabela.titulo(), EmMarkdown.alternativo(tabela));
    }

    /// Desenha o quadro de uma coluna e devolve onde ele termina.
    private double quadro(String cabecalho, double topo) {
        var coluna = tabela.coluna(cabecalho);
        var valores = tabela.valores(cabecalho);
        var textos = valores.stream().map(coluna::texto).toList();
        double zero = Svg.MARGEM + larguraDosNomes() + 12;
        double espaco = Svg.LARGURA - Svg.MARGEM - zero - maior(textos) - 8;
        double maximo = tabela.maximoDaUnidade(cabecalho);
        svg.texto(zero, topo, "start", "m-apagado", cabecalho);
        double y = topo + 10;
        for (int i = 0; i < valores.size(); i++) {
            nome(tabela.linhas().get(i).rotulo(), zero - 12, y + LINHA / 2);
            barra(valores.get(i), maximo, textos.get(i), zero, espaco, y + LINHA / 2);
            y += LINHA;
        }
        svg.elemento("<line class=\"m-eixo\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>", zero, topo + 10, zero, y);
        return y;
    }

    private void barra(double valor, double maximo, String texto, double zero, double espaco, double meio) {
        double largura = Double.isFinite(valor) && valor > 0 ? Math.max(1, valor / maximo * espaco) : 0;
        svg.elemento("<rect class=\"m-c1 m-cheio\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\"/>",
                zero, meio - BARRA / 2, largura, BARRA);
        svg.texto(zero + largura + 8, meio + 5, "start", "m-texto", texto);
    }

    private void nome(String rotulo, double direita, double meio) {
        var linhas = linhasDoNome(rotulo);
        double y = linhas.size() == 1 ? meio + 5 : meio - 3;
        for (var linha : linhas) {
            svg.texto(direita, y, "end", "m-texto", linha);
            y += 15;
        }
    }

    /// Um nome tem até duas linhas; o que passa é cortado com reticências.
    private static List<String> linhasDoNome(String rotulo) {
        var linhas = Texto.quebrar(rotulo, LETRAS_POR_LINHA).stream().map(l -> Texto.cortar(l, LETRAS_POR_LINHA)).toList();
        return linhas.size() <= 2 ? linhas
                : List.of(linhas.get(0), Texto.cortar(linhas.get(1) + " " + linhas.get(2), LETRAS_POR_LINHA - 1));
    }

    private double larguraDosNomes() {
        var nomes = tabela.linhas().stream().flatMap(l -> linhasDoNome(l.rotulo()).stream()).toList();
        return Math.min(NOME_MAXIMO, maior(nomes));
    }

    private static double maior(List<String> textos) {
        return textos.stream().mapToDouble(Svg::larguraDe).max().orElse(0);
    }
}
