package curso.cli.texto;

import java.util.ArrayList;
import java.util.List;

/// Diferença entre dois textos no formato unificado, o do `diff -u`.
///
/// A maior subsequência comum por programação dinâmica: quadrática, o que para arquivos de exercício (centenas de
/// linhas) custa milissegundos.
public final class Diferenca {

    private static final int CONTEXTO = 3;

    private record Linha(char sinal, String texto, int deA, int deB) {}

    private Diferenca() {
    }

    /// Devolve as linhas da diferença; vazio quando os textos são iguais.
    public static List<String> unificada(List<String> a, List<String> b, String nomeA, String nomeB) {
        if (a.equals(b)) {
            return List.of();
        }
        var linhas = alinhar(a, b);
        var saida = new ArrayList<>(List.of("--- " + nomeA, "+++ " + nomeB));
        int i = 0;
        while (i < linhas.size()) {
            if (linhas.get(i).sinal() == ' ') {
                i++;
                continue;
            }
            int fim = fimDoTrecho(linhas, i);
            escrever(linhas.subList(Math.max(0, i - CONTEXTO), fim), saida);
            i = fim;
        }
        return saida;
    }

    /// O trecho vai até onde há mais de dois contextos de linhas iguais seguidas.
    private static int fimDoTrecho(List<Linha> linhas, int inicio) {
        int ultimaMudanca = inicio;
        for (int i = inicio; i < linhas.size() && i - ultimaMudanca <= 2 * CONTEXTO; i++) {
            if (linhas.get(i).sinal() != ' ') {
                ultimaMudanca = i;
            }
        }
        return Math.min(linhas.size(), ultimaMudanca + 1 + CONTEXTO);
    }

    private static void escrever(List<Linha> trecho, List<String> saida) {
        long deA = trecho.stream().filter(l -> l.sinal() != '+').count();
        long deB = trecho.stream().filter(l -> l.sinal() != '-').count();
        var primeira = trecho.getFirst();
        saida.add("@@ -%d,%d +%d,%d @@".formatted(primeira.deA() + (deA == 0 ? 0 : 1), deA, primeira.deB() + (deB == 0 ? 0 : 1), deB));
        trecho.forEach(l -> saida.add(l.sinal() + l.texto()));
    }

    private static List<Linha> alinhar(List<String> a, List<String> b) {
        var comum = comprimentos(a, b);
        var linhas = new ArrayList<Linha>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                linhas.add(new Linha(' ', a.get(i), i++, j++));
            } else if (i < a.size() && (j == b.size() || comum[i + 1][j] >= comum[i][j + 1])) {
                linhas.add(new Linha('-', a.get(i), i++, j));
            } else {
                linhas.add(new Linha('+', b.get(j), i, j++));
            }
        }
        return linhas;
    }

    /// `comum[i][j]`: tamanho da maior subsequência comum de `a` a partir de i e `b` a partir de j.
    private static int[][] comprimentos(List<String> a, List<String> b) {
        var comum = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                comum[i][j] = a.get(i).equals(b.get(j)) ? comum[i + 1][j + 1] + 1 : Math.max(comum[i + 1][j], comum[i][j + 1]);
            }
        }
        return comum;
    }
}
