package curso.bancada.medicao;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Acha e preenche os blocos medidos de um texto da teoria: o que está entre
/// `<!-- medicao: NOME -->` e `<!-- fim da medicao -->`, cada marcador sozinho na sua linha.
public final class BlocosDaTeoria {

    private static final Pattern COMECO = Pattern.compile("^\\s*<!--\\s*medicao:\\s*([^\\s>]+)\\s*-->\\s*$");
    private static final Pattern FIM = Pattern.compile("^\\s*<!--\\s*fim da medicao\\s*-->\\s*$");

    /// Um bloco: o experimento, a linha em que começa (a partir de 1) e o que há entre os marcadores.
    public record Bloco(String nome, int linha, String conteudo) {
    }

    private BlocosDaTeoria() {
    }

    /// Devolve os blocos na ordem do texto.
    ///
    /// @throws MedicaoInvalida se um bloco não fecha, se um fecha sem abrir ou se um nome se repete
    public static List<Bloco> de(String markdown) {
        var blocos = new ArrayList<Bloco>();
        percorrer(markdown, bloco -> {
            blocos.add(bloco);
            return bloco.conteudo();
        });
        return blocos;
    }

    /// Devolve o texto com os blocos dos experimentos medidos preenchidos; os outros ficam como estão.
    public static String preencher(String markdown, List<Resultado> resultados) {
        var porNome = resultados.stream().collect(Collectors.toMap(r -> r.ficha().nome(), Function.identity()));
        return percorrer(markdown, bloco -> porNome.containsKey(bloco.nome())
                ? conteudo(porNome.get(bloco.nome())) : bloco.conteudo());
    }

    /// Diz o que não combina entre os blocos do texto e as medições: vazio se tudo está em dia.
    public static List<String> divergencias(String markdown, List<Resultado> resultados) {
        Map<String, Resultado> porNome = resultados.stream()
                .collect(Collectors.toMap(r -> r.ficha().nome(), Function.identity()));
        var achados = new ArrayList<String>();
        var vistos = new HashSet<String>();
        for (var bloco : de(markdown)) {
            vistos.add(bloco.nome());
            var resultado = porNome.get(bloco.nome());
            if (resultado == null) {
                achados.add("linha %d: o bloco «%s» não tem medição de referência".formatted(bloco.linha(), bloco.nome()));
            } else if (!bloco.conteudo().equals(conteudo(resultado))) {
                achados.add("linha %d: o bloco «%s» não é o que a medição de referência diz"
                        .formatted(bloco.linha(), bloco.nome()));
            }
        }
        porNome.keySet().stream().filter(n -> !vistos.contains(n)).sorted()
                .forEach(n -> achados.add("a medição «%s» não aparece em bloco nenhum".formatted(n)));
        return achados;
    }

    private static String conteudo(Resultado resultado) {
        return "\n" + EmMarkdown.bloco(resultado) + "\n";
    }

    /// Copia o texto trocando o conteúdo de cada bloco pelo que `troca` devolve.
    private static String percorrer(String markdown, Function<Bloco, String> troca) {
        var linhas = List.of(markdown.split("\n", -1));
        var cercas = Cercas.de(linhas);
        var saida = new ArrayList<String>();
        var nomes = new HashSet<String>();
        for (int i = 0; i < linhas.size(); i++) {
            saida.add(linhas.get(i));
            if (Cercas.dentro(cercas, i)) {
                continue;
            }
            recusarFimSolto(linhas, i);
            var comeco = COMECO.matcher(linhas.get(i));
            if (comeco.matches()) {
                var nome = comeco.group(1);
                int fim = fim(linhas, i, nome);
                recusarRepetido(nomes.add(nome), nome, i);
                var conteudo = String.join("\n", linhas.subList(i + 1, fim));
                var novo = troca.apply(new Bloco(nome, i + 1, conteudo));
                if (!novo.isEmpty() || fim > i + 1) {
                    saida.add(novo);
                }
                saida.add(linhas.get(fim));
                i = fim;
            }
        }
        return String.join("\n", saida);
    }

    private static int fim(List<String> linhas, int comeco, String nome) {
        for (int i = comeco + 1; i < linhas.size(); i++) {
            if (FIM.matcher(linhas.get(i)).matches()) {
                return i;
            }
            if (COMECO.matcher(linhas.get(i)).matches()) {
                break;
            }
        }
        throw new MedicaoInvalida("linha %d: o bloco «%s» não fecha; ponha <!-- fim da medicao --> numa linha depois dele"
                .formatted(comeco + 1, nome));
    }

    private static void recusarFimSolto(List<String> linhas, int i) {
        if (FIM.matcher(linhas.get(i)).matches()) {
            throw new MedicaoInvalida("linha %d: <!-- fim da medicao --> sem o começo <!-- medicao: NOME -->".formatted(i + 1));
        }
    }

    private static void recusarRepetido(boolean novo, String nome, int i) {
        if (!novo) {
            throw new MedicaoInvalida("linha %d: o bloco «%s» aparece duas vezes; deixe um".formatted(i + 1, nome));
        }
    }
}
