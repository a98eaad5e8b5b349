package curso.bancada.medicao;

import java.util.List;

/// Barras horizontais de texto, em escala linear que começa no zero.
///
/// Em Unicode a ponta tem oitavos de coluna; em ASCII, colunas inteiras. Um valor que não é zero nunca some:
/// fica ao menos com o traço mais fino.
final class BarrasDeTexto {

    private static final String OITAVOS = "▏▎▍▌▋▊▉█";
    private static final int BARRA_MINIMA = 10;

    /// Uma barra: o nome, o valor e o texto dele; `baixo` e `alto` são os extremos do erro, ou `NaN`.
    record Barra(String rotulo, double valor, String texto, double baixo, double alto) {

        static Barra de(String rotulo, double valor, String texto) {
            return new Barra(rotulo, valor, texto, Double.NaN, Double.NaN);
        }

        double alcance() {
            return Double.isNaN(alto) ? valor : Math.max(valor, alto);
        }
    }

    private final Tela tela;
    private final double maximo;

    /// Desenha até `maximo`, que enche a largura disponível.
    BarrasDeTexto(Tela tela, double maximo) {
        this.tela = tela;
        this.maximo = maximo;
    }

    /// Desenha as barras na escala da maior delas.
    static List<String> desenhar(List<Barra> barras, Tela tela) {
        var maximo = barras.stream().mapToDouble(Barra::alcance).filter(Double::isFinite).max().orElse(0);
        return new BarrasDeTexto(tela, maximo).linhas(barras);
    }

    List<String> linhas(List<Barra> barras) {
        int doNumero = maior(barras.stream().map(Barra::texto).toList());
        int doNome = Math.min(maior(barras.stream().map(Barra::rotulo).toList()),
                Math.max(1, tela.largura() - doNumero - BARRA_MINIMA - 3));
        int daBarra = tela.largura() - doNome - doNumero - 3;
        return barras.stream().map(b -> "%s  %s %s".formatted(
                Texto.aEsquerda(Texto.cortar(b.rotulo(), doNome), doNome), barra(b, daBarra), b.texto())).toList();
    }

    private String barra(Barra barra, int colunas) {
        var desenho = new StringBuilder(cheia(barra.valor(), colunas));
        if (!Double.isNaN(barra.alto())) {
            marcarErro(desenho, barra, colunas);
        }
        return tela.pintar(Cor.BARRA, desenho.toString());
    }

    private String cheia(double valor, int colunas) {
        if (!Double.isFinite(valor) || valor <= 0 || maximo <= 0) {
            return "";
        }
        if (tela.ascii()) {
            return "#".repeat(Math.clamp(Math.round(valor / maximo * colunas), 1, colunas));
        }
        int oitavos = (int) Math.clamp(Math.round(valor / maximo * colunas * 8), 1, colunas * 8L);
        int ponta = oitavos % 8;
        return "█".repeat(oitavos / 8) + (ponta == 0 ? "" : OITAVOS.substring(ponta - 1, ponta));
    }

    /// Põe `├─┼─┤` (ou `[-|-]`) sobre a barra: os extremos do erro e, entre eles, o valor.
    private void marcarErro(StringBuilder desenho, Barra barra, int colunas) {
        int baixo = posicao(barra.baixo(), colunas);
        int alto = posicao(barra.alto(), colunas);
        while (desenho.length() <= alto) {
            desenho.append(' ');
        }
        for (int i = baixo; i <= alto; i++) {
            desenho.setCharAt(i, tela.ascii() ? '-' : '─');
        }
        desenho.setCharAt(baixo, tela.ascii() ? '[' : '├');
        desenho.setCharAt(alto, tela.ascii() ? ']' : '┤');
        desenho.setCharAt(posicao(barra.valor(), colunas), tela.ascii() ? '|' : '┼');
    }

    private int posicao(double valor, int colunas) {
        return maximo <= 0 ? 0 : (int) Math.clamp(Math.round(Math.max(0, valor) / maximo * colunas) - 1, 0, colunas - 1L);
    }

    private static int maior(List<String> textos) {
        return textos.stream().mapToInt(Texto::largura).max().orElse(0);
    }
}
