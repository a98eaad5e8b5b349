package curso.bancada.medicao;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Extrai de um arquivo-fonte o trecho entre `// @start region=NOME` e `// @end region=NOME` (a marcação da JEP 413).
///
/// O trecho vem sem o recuo comum e sem os marcadores das regiões que estão dentro dele. Um `@end` sem nome fecha a
/// região mais interna. Também valem os comentários `--` (SQL) e `#` (YAML, shell).
final class RegiaoDeCodigo {

    private static final Pattern MARCADOR =
            Pattern.compile("^\\s*(?://|--|#)\\s*@(start|end)(?:\\s+region=(\\S+))?\\s*$");

    private final List<String> linhas;
    private final String origem;

    private RegiaoDeCodigo(String codigo, String origem) {
        this.linhas = codigo.lines().toList();
        this.origem = origem;
    }

    /// Devolve as linhas da região; `origem` identifica o arquivo nas mensagens.
    ///
    /// @throws MedicaoInvalida se a região não existe, repete-se ou se algum marcador não casa
    static List<String> extrair(String codigo, String nome, String origem) {
        return semRecuo(new RegiaoDeCodigo(codigo, origem).dentroDe(nome));
    }

    /// Devolve o arquivo inteiro sem os marcadores.
    static List<String> tudo(String codigo) {
        return codigo.lines().filter(l -> !MARCADOR.matcher(l).matches()).toList();
    }

    private List<String> dentroDe(String nome) {
        var abertas = new ArrayDeque<String>();
        List<String> achadas = null;
        for (int i = 0; i < linhas.size(); i++) {
            var marcador = MARCADOR.matcher(linhas.get(i));
            if (marcador.matches()) {
                boolean abre = marcador.group(1).equals("start");
                if (abre && nome.equals(marcador.group(2))) {
                    recusar(achadas != null, i, "a região «%s» aparece duas vezes; dê outro nome a uma", nome);
                    achadas = new ArrayList<>();
                }
                aplicar(abertas, abre, marcador.group(2), i);
            } else if (abertas.contains(nome)) {
                achadas.add(linhas.get(i));
            }
        }
        recusar(!abertas.isEmpty(), linhas.size() - 1, "a região «%s» não fecha; falta // @end region=%1$s", abertas.peek());
        if (achadas == null) {
            throw new MedicaoInvalida("%s não tem a região «%s»; marque-a com // @start region=%2$s e // @end region=%2$s"
                    .formatted(origem, nome));
        }
        return achadas;
    }

    private void aplicar(ArrayDeque<String> abertas, boolean abre, String regiao, int linha) {
        if (abre) {
            recusar(regiao == null, linha, "@start sem nome; escreva // @start region=NOME", "");
            abertas.push(regiao);
            return;
        }
        recusar(abertas.isEmpty(), linha, "@end sem @start antes", "");
        recusar(regiao != null && !regiao.equals(abertas.peek()), linha,
                "@end de «%s», mas a região aberta é «" + abertas.peek() + "»", regiao);
        abertas.pop();
    }

    private void recusar(boolean errado, int linha, String mensagem, String nome) {
        if (errado) {
            throw new MedicaoInvalida("%s, linha %d: %s".formatted(origem, linha + 1, mensagem.formatted(nome)));
        }
    }

    private static List<String> semRecuo(List<String> linhas) {
        int recuo = linhas.stream().filter(l -> !l.isBlank()).mapToInt(l -> l.length() - l.stripLeading().length())
                .min().orElse(0);
        var corpo = new ArrayList<>(linhas.stream().map(l -> l.isBlank() ? "" : l.substring(recuo).stripTrailing()).toList());
        while (!corpo.isEmpty() && corpo.getFirst().isEmpty()) {
            corpo.removeFirst();
        }
        while (!corpo.isEmpty() && corpo.getLast().isEmpty()) {
            corpo.removeLast();
        }
        return corpo;
    }
}
