package curso.bancada.medicao;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Mede, alinha e quebra texto em colunas de terminal.
///
/// Conta um caractere por coluna: o português e os sinais usados aqui cabem nisso; ideogramas não caberiam. As tintas do
/// terminal não ocupam coluna.
public final class Texto {

    private static final Pattern TINTA = Pattern.compile("\u001b\\[[0-9;]*m");

    private Texto() {
    }

    static int largura(String texto) {
        String visivel = texto.indexOf('\u001b') < 0 ? texto : TINTA.matcher(texto).replaceAll("");
        return visivel.codePointCount(0, visivel.length());
    }

    static String aEsquerda(String texto, int colunas) {
        return texto + " ".repeat(Math.max(0, colunas - largura(texto)));
    }

    static String aDireita(String texto, int colunas) {
        return " ".repeat(Math.max(0, colunas - largura(texto))) + texto;
    }

    /// Corta com reticências o que passa de `colunas`.
    static String cortar(String texto, int colunas) {
        if (largura(texto) <= colunas) {
            return texto;
        }
        return texto.substring(0, texto.offsetByCodePoints(0, Math.max(0, colunas - 1))).stripTrailing() + "…";
    }

    /// Quebra entre palavras em linhas de até `colunas`; palavra maior que a linha fica inteira.
    public static List<String> quebrar(String texto, int colunas) {
        var linhas = new ArrayList<String>();
        var linha = new StringBuilder();
        for (var palavra : texto.strip().split("\\s+")) {
            if (!linha.isEmpty() && largura(linha.toString()) + 1 + largura(palavra) > colunas) {
                linhas.add(linha.toString());
                linha.setLength(0);
            }
            linha.append(linha.isEmpty() ? "" : " ").append(palavra);
        }
        linhas.add(linha.toString());
        return linhas;
    }

    /// Quebra com um começo na primeira linha e o mesmo recuo nas outras.
    static String paragrafo(String comeco, String texto, int colunas) {
        var recuo = " ".repeat(largura(comeco));
        return comeco + String.join("\n" + recuo, quebrar(texto, Math.max(1, colunas - largura(comeco))));
    }
}
