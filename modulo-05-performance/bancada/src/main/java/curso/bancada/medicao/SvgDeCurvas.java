package curso.bancada.medicao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Curvas de uma varredura. Colunas de mesma unidade dividem um quadro; cada unidade tem o seu, um sob o outro e
/// com o mesmo eixo horizontal.
final class SvgDeCurvas {

    private static final double ALTURA = 210;

    private final Tabela tabela;
    private final Svg svg = new Svg();

    SvgDeCurvas(Tabela tabela) {
        this.tabela = tabela;
    }

    String desenhar() {
        double y = svg.titulo(tabela.titulo());
        var quadros = quadros();
        double esquerda = Svg.MARGEM + 8 + larguraDasMarcas(quadros);
        double direita = Svg.LARGURA - Svg.MARGEM - 10 - larguraDosNomes(quadros);
        for (var colunas : quadros) {
            double topo = y + 46;
            new QuadroDeCurvas(svg, tabela, colunas, esquerda, direita, topo, topo + ALTURA).desenhar();
            y = topo + ALTURA + 44;
        }
        return svg.pronto(y + 14, tabela.titulo(), EmMarkdown.alternativo(tabela));
    }

    private List<List<String>> quadros() {
        var porUnidade = new LinkedHashMap<String, List<String>>();
        for (var cabecalho : tabela.desenhadas()) {
            porUnidade.computeIfAbsent(tabela.coluna(cabecalho).unidade(), _ -> new ArrayList<>()).add(cabecalho);
        }
        porUnidade.forEach((unidade, colunas) -> Exigir.que(colunas.size() <= Svg.SERIES,
                "a tabela «%s» desenha %d curvas em «%s»; cabem %d num quadro", tabela.titulo(), colunas.size(), unidade,
                Svg.SERIES));
        return List.copyOf(porUnidade.values());
    }

    private double larguraDasMarcas(List<List<String>> quadros) {
        return quadros.stream().map(c -> Eixo.ate(tabela.maximoDaUnidade(c.getFirst())))
                .flatMap(e -> e.valores().stream().map(e::texto)).mapToDouble(Svg::larguraDe).max().orElse(0);
    }

    private double larguraDosNomes(List<List<String>> quadros) {
        return quadros.stream().filter(c -> c.size() > 1).flatMap(List::stream)
                .mapToDouble(c -> Svg.larguraDe(tabela.coluna(c).nome()) + 24).max().orElse(0);
    }
}
