package curso.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/// Mede e arruma textos em colunas de terminal; as sequências ANSI não ocupam coluna.
public final class Texto {

    private static final Pattern ANSI = Pattern.compile("\u001b\\[[0-9;]*m");

    private Texto() {
    }

    /// Devolve quantas colunas o texto ocupa.
    public static int largura(String texto) {
        return semAnsi(texto).codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
    }

    public static String semAnsi(String texto) {
        return texto.indexOf('\u001b') < 0 ? texto : ANSI.matcher(texto).replaceAll("");
    }

    /// Completa com espaços à direita até `colunas`.
    public static String aEsquerda(String texto, int colunas) {
        return texto + " ".repeat(Math.max(0, colunas - largura(texto)));
    }

    /// Completa com espaços à esquerda até `colunas`.
    public static String aDireita(String texto, int colunas) {
        return " ".repeat(Math.max(0, colunas - largura(texto))) + texto;
    }

    /// Encurta um texto sem ANSI para caber em `colunas`, com reticências no lugar do que saiu.
    public static String encurtar(String texto, int colunas) {
        if (largura(texto) <= colunas) {
            return texto;
        }
        return cortar(texto, Math.max(0, colunas - 1)).strip() + "…";
    }

    /// Encurta um caminho pelo começo: o fim dele é o que identifica.
    public static String encurtarNoComeco(String texto, int colunas) {
        int sobra = largura(texto) - colunas;
        return sobra <= 0 ? texto : "…" + texto.substring(Math.min(texto.length(), sobra + 1));
    }

    /// Devolve o maior começo do texto que cabe em `colunas`; as sequências ANSI dele ficam inteiras.
    public static String cortar(String texto, int colunas) {
        int ocupadas = 0;
        int i = 0;
        while (i < texto.length()) {
            int c = texto.codePointAt(i);
            if (c == '\u001b') {
                i = fimDaSequencia(texto, i);
                continue;
            }
            ocupadas += Math.max(0, WCWidth.wcwidth(c));
            if (ocupadas > colunas) {
                break;
            }
            i += Character.charCount(c);
        }
        return texto.substring(0, i);
    }

    private static int fimDaSequencia(String texto, int inicio) {
        int fim = texto.indexOf('m', inicio);
        return fim < 0 ? texto.length() : fim + 1;
    }

    /// Quebra um parágrafo em linhas de até `colunas`, entre palavras; uma palavra maior fica inteira.
    public static List<String> quebrar(String paragrafo, int colunas) {
        var linhas = new ArrayList<String>();
        for (var pedaco : paragrafo.split("\n", -1)) {
            quebrarUm(pedaco, colunas, linhas);
        }
        return linhas;
    }

    private static void quebrarUm(String pedaco, int colunas, List<String> linhas) {
        var linha = new StringBuilder();
        int ocupadas = 0;
        for (var palavra : pedaco.strip().split(" +")) {
            int tamanho = largura(palavra);
            if (ocupadas > 0 && ocupadas + 1 + tamanho > colunas) {
                linhas.add(linha.toString());
                linha.setLength(0);
                ocupadas = 0;
            }
            if (ocupadas > 0) {
                linha.append(' ');
                ocupadas++;
            }
            linha.append(palavra);
            ocupadas += tamanho;
        }
        linhas.add(linha.toString());
    }
}
