package curso.bancada.medicao;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Um quadro de curvas na mesma unidade: grade, eixos, linhas com marcas e, se há mais de uma, seus nomes à direita.
final class QuadroDeCurvas {

    private static final double ENTRE_NOMES = 18;

    private final Svg svg;
    private final Tabela tabela;
    private final List<String> colunas;
    private final Varredura varredura;
    private final Eixo eixo;
    private final double esquerda;
    private final double direita;
    private final double topo;
    private final double base;

    QuadroDeCurvas(Svg svg, Tabela tabela, List<String> colunas, double esquerda, double direita, double topo, double base) {
        this.svg = svg;
        this.tabela = tabela;
        this.colunas = colunas;
        this.varredura = new Varredura(tabela);
        this.eixo = Eixo.ate(tabela.maximoDaUnidade(colunas.getFirst()));
        this.esquerda = esquerda;
        this.direita = direita;
        this.topo = topo;
        this.base = base;
    }

    void desenhar() {
        var unidade = tabela.coluna(colunas.getFirst()).unidade();
        svg.texto(Svg.MARGEM, topo - 16, "start", "m-apagado", colunas.size() == 1 ? colunas.getFirst() : unidade);
        grade();
        abscissas();
        for (int i = 0; i < colunas.size(); i++) {
            curva(tabela.valores(colunas.get(i)), i + 1);
        }
        if (colunas.size() > 1 && !tabela.linhas().isEmpty()) {
            nomes();
        }
    }

    private void grade() {
        for (var valor : eixo.valores()) {
            double y = y(valor);
            svg.elemento("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>",
                    valor == 0 ? "m-eixo" : "m-grade", esquerda, y, direita, y);
            svg.texto(esquerda - 8, y + 5, "end", "m-apagado", eixo.texto(valor));
        }
    }

    private void abscissas() {
        double livre = Double.NEGATIVE_INFINITY;
        for (int i : varredura.ordem()) {
            var rotulo = tabela.linhas().get(i).rotulo();
            double centro = x(i);
            double meia = Svg.larguraDe(rotulo) / 2;
            svg.elemento("<line class=\"m-eixo\" x1=\"%1$s\" y1=\"%2$s\" x2=\"%1$s\" y2=\"%3$s\"/>", centro, base,
                    base + 5);
            if (centro - meia > livre) {
                svg.texto(centro, base + 20, "middle", "m-apagado", rotulo);
                livre = centro + meia + 4;
            }
        }
        svg.texto((esquerda + direita) / 2, base + 40, "middle", "m-apagado", tabela.chave());
    }

    /// Onde não se mediu, a linha se interrompe.
    private void curva(List<Double> valores, int serie) {
        var caminho = new StringBuilder();
        boolean levantada = true;
        for (int i : varredura.ordem()) {
            if (Double.isFinite(valores.get(i))) {
                caminho.append(levantada ? "M" : "L").append(Svg.numero(x(i))).append(' ')
                        .append(Svg.numero(y(valores.get(i))));
            }
            levantada = !Double.isFinite(valores.get(i));
        }
        svg.elemento("<path class=\"m-c%s m-linha\" d=\"%s\"/>", serie, caminho);
        for (int i : varredura.ordem()) {
            if (Double.isFinite(valores.get(i))) {
                marca(x(i), y(valores.get(i)), serie);
            }
        }
    }

    /// Cada série tem cor e forma: a cor sozinha não basta a quem não a distingue.
    private void marca(double cx, double cy, int serie) {
        var forma = switch (serie) {
            case 1 -> "<circle class=\"m-c%s m-cheio\" cx=\"%s\" cy=\"%s\" r=\"4.5\"/>";
            case 2 -> "<path class=\"m-c%s m-cheio\" d=\"M%s %sm-4.5-4.5h9v9h-9z\"/>";
            case 3 -> "<path class=\"m-c%s m-cheio\" d=\"M%s %sm0-5.5l5.5 10h-11z\"/>";
            default -> "<path class=\"m-c%s m-cheio\" d=\"M%s %sm0-6l6 6-6 6-6-6z\"/>";
        };
        svg.elemento(forma, serie, cx, cy);
    }

    /// Escreve o nome de cada curva à altura do seu último ponto, afastando os que se encostariam.
    private void nomes() {
        int ultimo = varredura.ordem().getLast();
        var alturas = colunas.stream().mapToDouble(c -> y(tabela.valores(c).get(ultimo))).toArray();
        var porAltura = IntStream.range(0, alturas.length).boxed().sorted(Comparator.comparingDouble(i -> alturas[i])).toList();
        afastar(alturas, porAltura);
        for (int i : porAltura) {
            marca(direita + 14, alturas[i], i + 1);
            svg.texto(direita + 24, alturas[i] + 5, "start", "m-texto", tabela.coluna(colunas.get(i)).nome());
        }
    }

    /// De baixo para cima, a partir da base: assim nenhum nome cai sobre o eixo.
    private void afastar(double[] alturas, List<Integer> porAltura) {
        double limite = base;
        for (int i : porAltura.reversed()) {
            alturas[i] = Math.min(limite, alturas[i]);
            limite = alturas[i] - ENTRE_NOMES;
        }
    }

    private double x(int linha) {
        return esquerda + 14 + varredura.posicao(linha) * (direita - esquerda - 28);
    }

    private double y(double valor) {
        return base - (Double.isFinite(valor) ? valor / eixo.fim() : 0) * (base - topo);
    }
}
