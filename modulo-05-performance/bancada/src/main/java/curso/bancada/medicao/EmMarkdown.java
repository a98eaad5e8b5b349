package curso.bancada.medicao;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Escreve um resultado como o bloco de Markdown que a teoria mostra.
public final class EmMarkdown {

    private EmMarkdown() {
    }

    /// Devolve tabelas com suas figuras, afirmações, notas e a legenda com máquina, JDK, data e comando, sem os marcadores.
    ///
    /// As figuras apontam para os caminhos de [FigurasDaMedicao], relativos à pasta da teoria.
    public static String bloco(Resultado resultado) {
        var partes = new ArrayList<String>();
        for (int i = 0; i < resultado.tabelas().size(); i++) {
            var tabela = resultado.tabelas().get(i);
            partes.add("**" + escapar(tabela.titulo()) + "**");
            partes.add(tabela(tabela));
            if (tabela.desenho() != Tabela.Desenho.NENHUM) {
                partes.add("![%s](%s)".formatted(alternativo(tabela), FigurasDaMedicao.caminho(resultado.ficha(), i)));
            }
        }
        var itens = Stream.concat(resultado.afirmacoes().stream().map(EmMarkdown::afirmacao),
                resultado.notas().stream().map(nota -> "- → " + escapar(nota))).toList();
        if (!itens.isEmpty()) {
            partes.add(String.join("\n", itens));
        }
        partes.add(legenda(resultado));
        return String.join("\n\n", partes);
    }

    private static String tabela(Tabela tabela) {
        var cabecalhos = new ArrayList<>(List.of(tabela.chave()));
        tabela.colunas().forEach(c -> cabecalhos.add(c.cabecalho()));
        var linhas = new ArrayList<String>();
        linhas.add(linha(cabecalhos));
        linhas.add("|---|" + "---:|".repeat(tabela.colunas().size()));
        for (var linha : tabela.linhas()) {
            var celulas = new ArrayList<>(List.of(linha.rotulo()));
            IntStream.range(0, linha.valores().size())
                    .forEach(i -> celulas.add(tabela.colunas().get(i).texto(linha.valores().get(i))));
            linhas.add(linha(celulas));
        }
        return String.join("\n", linhas);
    }

    private static String linha(List<String> celulas) {
        return celulas.stream().map(c -> escapar(c).replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /// Diz em texto o que a figura mostra, para quem não a vê.
    static String alternativo(Tabela tabela) {
        return tabela.desenhadas().stream().map(cabecalho -> cabecalho + ": " + IntStream.range(0, tabela.linhas().size())
                .mapToObj(i -> tabela.linhas().get(i).rotulo() + ", "
                        + tabela.coluna(cabecalho).texto(tabela.valores(cabecalho).get(i)))
                .collect(Collectors.joining("; "))).collect(Collectors.joining(". ")).replaceAll("[\\[\\]]", "");
    }

    private static String afirmacao(Afirmacao a) {
        return "- %s **%s**: %s. Visto: %s".formatted(a.veredito().sinal(), a.veredito().texto(), escapar(a.frase()),
                escapar(a.observado()));
    }

    private static String legenda(Resultado r) {
        return "*Medido em %s: %s. Para repetir:* `%s`".formatted(Numeros.dataEHora(r.data()),
                escapar(r.maquina().frase()), r.comando());
    }

    /// Escapa `<` e `*` fora dos trechos entre crases, que passam como estão.
    private static String escapar(String texto) {
        var partes = texto.split("`", -1);
        for (int i = 0; i < partes.length; i += 2) {
            partes[i] = partes[i].replace("<", "\\<").replace("*", "\\*");
        }
        return String.join("`", partes);
    }
}
