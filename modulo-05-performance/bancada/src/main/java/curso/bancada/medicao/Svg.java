package curso.bancada.medicao;

import java.util.Locale;

/// Monta o texto de um SVG de largura fixa; a altura se diz no fim, quando se sabe.
///
/// O fundo é pintado: um SVG transparente some quando a página é escura e o sistema, claro. As classes têm
/// prefixo para não pegar o resto da página se o desenho for posto dentro dela.
final class Svg {

    static final int LARGURA = 720;
    static final int MARGEM = 20;
    static final int SERIES = 4;

    private static final double POR_LETRA = 0.6;
    private static final double PRIMEIRA_LINHA = 34;
    private static final double ENTRE_LINHAS = 21;
    private static final int LETRAS_DO_TITULO = 66;

    private static final String ESTILO = """
            <style>
            .m-fundo{fill:#ffffff}.m-texto{fill:#1f2328}.m-apagado{fill:#59636e}.m-eixo{stroke:#8c959f}.m-grade{stroke:#e4e8ec}
            .m-c1{color:#0072b2}.m-c2{color:#c2500a}.m-c3{color:#00795a}.m-c4{color:#8e4b9e}
            .m-cheio{fill:currentColor}.m-linha{fill:none;stroke:currentColor;stroke-width:2.5;stroke-linejoin:round}
            @media (prefers-color-scheme:dark){
            .m-fundo{fill:#0d1117}.m-texto{fill:#e6edf3}.m-apagado{fill:#9198a1}.m-eixo{stroke:#6e7681}.m-grade{stroke:#262c36}
            .m-c1{color:#56b4e9}.m-c2{color:#ff9d5c}.m-c3{color:#3fcf9c}.m-c4{color:#d9a0e6}}
            </style>
            """;

    private final StringBuilder corpo = new StringBuilder();

    /// Acrescenta um elemento; nos `%s` vão números (com ponto e até duas casas) e textos já escapados.
    Svg elemento(String modelo, Object... valores) {
        var textos = new Object[valores.length];
        for (int i = 0; i < valores.length; i++) {
            textos[i] = valores[i] instanceof Double numero ? numero(numero) : valores[i];
        }
        corpo.append(modelo.formatted(textos)).append('\n');
        return this;
    }

    /// Acrescenta um texto; `ancora` é start, middle ou end.
    Svg texto(double x, double y, String ancora, String classes, String texto) {
        return elemento("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" class=\"%s\">%s</text>", x, y, ancora, classes,
                escapar(texto));
    }

    /// Escreve o título no alto, em quantas linhas precisar, e devolve onde a última delas se apoia.
    double titulo(String texto) {
        double y = PRIMEIRA_LINHA;
        for (var linha : Texto.quebrar(texto, LETRAS_DO_TITULO)) {
            elemento("<text x=\"%s\" y=\"%s\" class=\"m-texto\" font-size=\"16\" font-weight=\"600\">%s</text>",
                    (double) MARGEM, y, escapar(linha));
            y += ENTRE_LINHAS;
        }
        return y - ENTRE_LINHAS;
    }

    /// Devolve o documento com título e descrição para leitores de tela.
    String pronto(double altura, String titulo, String descricao) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$s" width="%1$d" height="%2$s" role="img" \
                font-family="system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif" font-size="14">
                <title>%3$s</title>
                <desc>%4$s</desc>
                %5$s<rect class="m-fundo" width="%1$d" height="%2$s" rx="8"/>
                %6$s</svg>
                """.formatted(LARGURA, numero(altura), escapar(titulo), escapar(descricao), ESTILO, corpo);
    }

    /// Estima a largura em pixels de um texto no corpo 14; o SVG não sabe medir a fonte de quem o abre.
    static double larguraDe(String texto) {
        return Texto.largura(texto) * 14 * POR_LETRA;
    }

    static String numero(double valor) {
        var texto = String.format(Locale.ROOT, "%.2f", valor);
        return texto.replaceFirst("\\.?0+$", "");
    }

    static String escapar(String texto) {
        return texto.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
