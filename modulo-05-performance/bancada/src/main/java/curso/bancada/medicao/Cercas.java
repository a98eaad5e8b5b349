package curso.bancada.medicao;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Acha os blocos de código cercados (por crases ou tis) de um texto Markdown, pela regra do CommonMark: a cerca só
/// fecha com o mesmo sinal, ao menos tantas vezes e nada mais na linha.
final class Cercas {

    private static final Pattern ABERTURA = Pattern.compile("^([ \\t]*)(`{3,}|~{3,})[ \\t]*([^`]*)$");

    /// Um bloco: a linha da abertura e a do fechamento (a partir de 0), o recuo e o que se escreveu na abertura.
    record Cerca(int abre, int fecha, String recuo, String informacao) {
    }

    private Cercas() {
    }

    /// Devolve as cercas na ordem; a que não fecha vai até o fim do texto.
    static List<Cerca> de(List<String> linhas) {
        var cercas = new ArrayList<Cerca>();
        int i = 0;
        while (i < linhas.size()) {
            var abertura = ABERTURA.matcher(linhas.get(i));
            if (abertura.matches()) {
                int fim = fechamento(linhas, i + 1, abertura);
                cercas.add(new Cerca(i, fim, abertura.group(1), abertura.group(3).strip()));
                i = fim;
            }
            i++;
        }
        return cercas;
    }

    /// Diz se a linha está dentro de alguma cerca.
    static boolean dentro(List<Cerca> cercas, int linha) {
        return cercas.stream().anyMatch(c -> c.abre() <= linha && linha <= c.fecha());
    }

    private static int fechamento(List<String> linhas, int desde, Matcher abertura) {
        var sinal = abertura.group(2);
        for (int i = desde; i < linhas.size(); i++) {
            var linha = linhas.get(i).strip();
            if (linha.length() >= sinal.length() && linha.chars().allMatch(c -> c == sinal.charAt(0))) {
                return i;
            }
        }
        return linhas.size();
    }
}
