package rinha.carga.relatorio;

import java.util.List;
import java.util.Locale;

/// Desenha linhas em SVG. As cores vêm do CSS da página, que sabe se o fundo é claro ou escuro.
///
/// O quadro é pequeno (400 × 250) de propósito: num telefone de 360 pontos as letras ficam com 10 pontos, e não 5.
final class Grafico {

    private static final int LARGURA = 400;
    private static final int ALTURA = 250;
    private static final int ESQUERDA = 46;
    private static final int DIREITA = 14;
    private static final int TOPO = 24;
    private static final int BASE = 38;

    /// Linha do gráfico; `NaN` em `y` interrompe o traço. A classe CSS dá cor e tracejado.
    record Serie(String nome, String classe, List<double[]> pontos) {
    }

    private final Eixo x;
    private final Eixo y;
    private final String unidadeX;
    private final String unidadeY;
    private final double aquecimento;

    /// @param aquecimento até onde o eixo x é aquecimento; 0 se não há
    Grafico(Eixo x, String unidadeX, Eixo y, String unidadeY, double aquecimento) {
        this.x = x;
        this.y = y;
        this.unidadeX = unidadeX;
        this.unidadeY = unidadeY;
        this.aquecimento = aquecimento;
    }

    /// @param descricao o que um leitor de tela ouve no lugar do desenho
    String svg(String descricao, List<Serie> series) {
        StringBuilder s = new StringBuilder();
        s.append("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
                .formatted(LARGURA, ALTURA, Html.texto(descricao)));
        if (aquecimento > 0) {
            s.append(String.format(Locale.ROOT, "<rect class=\"aquecimento\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
                    ESQUERDA, TOPO, px(aquecimento) - ESQUERDA, ALTURA - BASE - TOPO));
        }
        grade(s);
        series.forEach(serie -> s.append("<path class=\"linha %s\" d=\"%s\"/>\n".formatted(serie.classe(), traco(serie))));
        return s.append("</svg>").toString();
    }

    /// Devolve a legenda em HTML: nome e amostra do traço, porque a cor sozinha não basta.
    String legenda(List<Serie> series) {
        StringBuilder s = new StringBuilder("<ul class=\"legenda\">");
        if (aquecimento > 0) {
            s.append("<li><svg viewBox=\"0 0 26 10\" aria-hidden=\"true\"><rect class=\"aquecimento\" width=\"26\" height=\"10\"/></svg>")
                    .append("aquecimento, não conta</li>");
        }
        series.forEach(serie -> s.append("<li><svg viewBox=\"0 0 26 10\" aria-hidden=\"true\"><path class=\"linha ")
                .append(serie.classe()).append("\" d=\"M1 5H25\"/></svg>").append(Html.texto(serie.nome())).append("</li>"));
        return s.append("</ul>").toString();
    }

    private void grade(StringBuilder s) {
        for (Eixo.Marca m : y.marcas()) {
            double py = py(m.valor());
            s.append(linha("grade", ESQUERDA, py, LARGURA - DIREITA, py));
            s.append(rotulo("fim", ESQUERDA - 6, py + 4, m.rotulo()));
        }
        for (Eixo.Marca m : x.marcas()) {
            double px = px(m.valor());
            s.append(linha("marca", px, ALTURA - BASE, px, ALTURA - BASE + 4));
            s.append(rotulo("meio", px, ALTURA - BASE + 17, m.rotulo()));
        }
        s.append(linha("eixo", ESQUERDA, ALTURA - BASE, LARGURA - DIREITA, ALTURA - BASE));
        s.append(rotulo("fim", LARGURA - DIREITA, ALTURA - 6, unidadeX));
        s.append(rotulo("inicio", 4, 12, unidadeY));
    }

    private static String linha(String classe, double x1, double y1, double x2, double y2) {
        return String.format(Locale.ROOT, "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                classe, x1, y1, x2, y2);
    }

    private static String rotulo(String ancora, double px, double py, String texto) {
        return String.format(Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                ancora, px, py, Html.texto(texto));
    }

    private String traco(Serie serie) {
        StringBuilder d = new StringBuilder();
        boolean solto = true;
        for (double[] p : serie.pontos()) {
            if (Double.isNaN(p[1])) {
                solto = true;
                continue;
            }
            d.append(solto ? 'M' : 'L').append(String.format(Locale.ROOT, "%.1f %.1f", px(p[0]), py(p[1])));
            solto = false;
        }
        return d.toString();
    }

    private double px(double valor) {
        return ESQUERDA + x.posicao(valor) * (LARGURA - ESQUERDA - DIREITA);
    }

    private double py(double valor) {
        return ALTURA - BASE - y.posicao(valor) * (ALTURA - BASE - TOPO);
    }
}
