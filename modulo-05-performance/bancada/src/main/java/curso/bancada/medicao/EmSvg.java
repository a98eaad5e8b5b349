package curso.bancada.medicao;

/// Desenha o gráfico de uma tabela em SVG: um arquivo que se basta, legível em tema claro e escuro.
public final class EmSvg {

    private EmSvg() {
    }

    /// Devolve o SVG das colunas desenhadas.
    ///
    /// @throws IllegalArgumentException se a tabela não pede gráfico
    public static String grafico(Tabela tabela) {
        return switch (tabela.desenho()) {
            case BARRAS -> new SvgDeBarras(tabela).desenhar();
            case CURVA -> new SvgDeCurvas(tabela).desenhar();
            case NENHUM -> throw new IllegalArgumentException(
                    "a tabela «%s» não pede gráfico; chame .barras(…) ou .curva(…)".formatted(tabela.titulo()));
        };
    }
}
