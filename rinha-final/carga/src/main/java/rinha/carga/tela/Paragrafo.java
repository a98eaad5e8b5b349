package rinha.carga.tela;

import java.util.ArrayList;
import java.util.List;
import rinha.carga.Texto;

/// Um parágrafo que pode trazer o que veio de fora, dobrado entre palavras.
public final class Paragrafo {

    /// Mais estreito que isto, dobrar só picaria o texto.
    private static final int MINIMO = 30;

    private Paragrafo() {
    }

    /// Devolve as linhas: a primeira depois da margem, e as outras alinhadas a ela. Uma palavra maior que a linha fica inteira.
    public static List<String> dobrar(String margem, String texto, int colunas) {
        int largura = Math.max(MINIMO, colunas - margem.length());
        List<String> linhas = new ArrayList<>();
        StringBuilder linha = new StringBuilder();
        for (String palavra : Texto.visivel(texto).split(" +")) {
            if (!linha.isEmpty() && linha.length() + 1 + palavra.length() > largura) {
                linhas.add(comMargem(linhas, margem) + linha);
                linha.setLength(0);
            }
            linha.append(linha.isEmpty() ? "" : " ").append(palavra);
        }
        linhas.add(comMargem(linhas, margem) + linha);
        return linhas;
    }

    private static String comMargem(List<String> anteriores, String margem) {
        return anteriores.isEmpty() ? margem : " ".repeat(margem.length());
    }
}
