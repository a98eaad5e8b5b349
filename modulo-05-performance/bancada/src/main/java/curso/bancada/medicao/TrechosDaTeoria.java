package curso.bancada.medicao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Compara e refaz os blocos de código que a teoria cita das fontes.
///
/// Um bloco cita uma fonte quando a cerca diz `fonte=CAMINHO#REGIAO`, com o caminho a partir da raiz do repositório;
/// sem `#REGIAO`, cita o arquivo inteiro. Trecho igual à fonte é o único aceito: a fonte compila, o texto não.
public final class TrechosDaTeoria {

    private static final Pattern FONTE = Pattern.compile("(?:^|\\s)fonte=([^\\s#]+)(?:#(\\S+))?");

    private final Path raiz;

    /// Um trecho citado: a linha da cerca (a partir de 1), a fonte como está escrita e o corpo sem o recuo da cerca.
    public record Trecho(int linha, String fonte, List<String> corpo) {
    }

    /// @param raiz a raiz do repositório, de onde partem os caminhos das fontes
    public TrechosDaTeoria(Path raiz) {
        this.raiz = raiz.toAbsolutePath().normalize();
    }

    /// Devolve os trechos que citam uma fonte, na ordem do texto.
    public List<Trecho> de(String markdown) {
        var linhas = List.of(markdown.split("\n", -1));
        return Cercas.de(linhas).stream().filter(c -> FONTE.matcher(c.informacao()).find())
                .map(c -> new Trecho(c.abre() + 1, citacao(c), corpo(linhas, c))).toList();
    }

    /// Diz quais trechos não são iguais às fontes, ou citam o que não existe: vazio se tudo está em dia.
    public List<String> divergencias(String markdown) {
        var achados = new ArrayList<String>();
        for (var trecho : de(markdown)) {
            try {
                var esperado = daFonte(trecho.fonte());
                if (!esperado.equals(trecho.corpo())) {
                    achados.add("linha %d: o trecho não é igual a %s: %s".formatted(trecho.linha(), trecho.fonte(),
                            primeiraDiferenca(esperado, trecho.corpo())));
                }
            } catch (MedicaoInvalida e) {
                achados.add("linha %d: %s".formatted(trecho.linha(), e.getMessage()));
            }
        }
        return achados;
    }

    /// Devolve o texto com cada trecho refeito da sua fonte.
    ///
    /// @throws MedicaoInvalida se uma fonte ou região não existe
    public String sincronizado(String markdown) {
        var linhas = List.of(markdown.split("\n", -1));
        var saida = new ArrayList<String>();
        int proxima = 0;
        for (var cerca : Cercas.de(linhas)) {
            if (FONTE.matcher(cerca.informacao()).find()) {
                saida.addAll(linhas.subList(proxima, cerca.abre() + 1));
                daFonte(citacao(cerca)).forEach(l -> saida.add(l.isEmpty() ? "" : cerca.recuo() + l));
                proxima = Math.min(cerca.fecha(), linhas.size());
            }
        }
        saida.addAll(linhas.subList(proxima, linhas.size()));
        return String.join("\n", saida);
    }

    private static String citacao(Cercas.Cerca cerca) {
        var fonte = FONTE.matcher(cerca.informacao());
        fonte.find();
        return fonte.group(2) == null ? fonte.group(1) : fonte.group(1) + "#" + fonte.group(2);
    }

    private static List<String> corpo(List<String> linhas, Cercas.Cerca cerca) {
        return linhas.subList(cerca.abre() + 1, Math.min(cerca.fecha(), linhas.size())).stream()
                .map(l -> l.startsWith(cerca.recuo()) ? l.substring(cerca.recuo().length()) : l.stripLeading()).toList();
    }

    private List<String> daFonte(String citacao) {
        var partes = citacao.split("#", 2);
        var arquivo = raiz.resolve(partes[0]).normalize();
        if (!arquivo.startsWith(raiz)) {
            throw new MedicaoInvalida("a fonte %s sai do repositório; escreva o caminho a partir da raiz".formatted(partes[0]));
        }
        if (!Files.isRegularFile(arquivo)) {
            throw new MedicaoInvalida("a fonte %s não existe; escreva o caminho a partir da raiz".formatted(partes[0]));
        }
        try {
            var codigo = Files.readString(arquivo);
            return partes.length == 2 ? RegiaoDeCodigo.extrair(codigo, partes[1], partes[0]) : RegiaoDeCodigo.tudo(codigo);
        } catch (IOException e) {
            throw new UncheckedIOException("não deu para ler " + arquivo, e);
        }
    }

    private static String primeiraDiferenca(List<String> esperado, List<String> visto) {
        for (int i = 0; i < Math.min(esperado.size(), visto.size()); i++) {
            if (!esperado.get(i).equals(visto.get(i))) {
                return "na linha %d do trecho há «%s» e a fonte diz «%s»".formatted(i + 1, visto.get(i), esperado.get(i));
            }
        }
        return "o trecho tem %d linhas e a fonte, %d".formatted(visto.size(), esperado.size());
    }
}
