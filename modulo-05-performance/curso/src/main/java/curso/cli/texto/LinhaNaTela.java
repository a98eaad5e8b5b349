package curso.cli.texto;

import curso.cli.terminal.Texto;
import java.util.ArrayList;
import java.util.List;

/// Quebra uma linha de diferença para caber na tela, entre palavras e com o mesmo sinal em cada pedaço.
///
/// A continuação recua mais do que o começo, e um comentário continua comentário: assim não se confunde com outra linha.
public final class LinhaNaTela {

    private static final int RECUO_DA_CONTINUACAO = 8;
    /// Com menos do que isto para o texto, o recuo atrapalha mais do que ajuda.
    private static final int MINIMO = 16;

    private LinhaNaTela() {
    }

    public static List<String> quebrar(String linha, int colunas) {
        if (Texto.largura(linha) <= colunas || linha.isEmpty()) {
            return List.of(linha);
        }
        if (linha.startsWith("--- ") || linha.startsWith("+++ ")) {
            return List.of(linha.substring(0, 4) + Texto.encurtarNoComeco(linha.substring(4), colunas - 4));
        }
        var comeco = linha.substring(0, 1) + recuo(linha.substring(1));
        var texto = linha.substring(comeco.length());
        var continuacao = comeco + (texto.startsWith("/// ") ? "/// " : " ".repeat(RECUO_DA_CONTINUACAO));
        if (colunas - continuacao.length() < MINIMO) {
            continuacao = linha.substring(0, 1) + "  ";
        }
        return pedacos(comeco, continuacao, texto, colunas);
    }

    private static List<String> pedacos(String comeco, String continuacao, String texto, int colunas) {
        var saida = new ArrayList<String>();
        var prefixo = comeco;
        var resto = texto;
        while (!resto.isEmpty()) {
            int cabe = Texto.cortar(resto, Math.max(1, colunas - prefixo.length())).length();
            int corte = cabe == resto.length() ? cabe : onde(resto, Math.max(1, cabe));
            saida.add(prefixo + resto.substring(0, corte).stripTrailing());
            resto = resto.substring(corte).stripLeading();
            prefixo = continuacao;
        }
        return saida;
    }

    /// Depois da última palavra que cabe; uma maior que a linha parte-se depois de um sinal, ou onde acaba a tela.
    private static int onde(String texto, int cabe) {
        int espaco = texto.lastIndexOf(' ', cabe);
        if (espaco > cabe / 3) {
            return espaco;
        }
        for (int i = cabe; i > cabe / 3; i--) {
            if (".,;(".indexOf(texto.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return cabe;
    }

    private static String recuo(String texto) {
        return texto.substring(0, texto.length() - texto.stripLeading().length());
    }
}
