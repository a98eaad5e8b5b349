package curso.bancada.medicao;

import java.util.LinkedHashMap;
import java.util.Map;

/// Dá nome e conteúdo às figuras de um resultado: uma por tabela que pede gráfico.
public final class FigurasDaMedicao {

    private FigurasDaMedicao() {
    }

    /// Devolve caminho (relativo à pasta da teoria) e SVG de cada figura, na ordem das tabelas.
    public static Map<String, String> de(Resultado resultado) {
        var figuras = new LinkedHashMap<String, String>();
        for (int i = 0; i < resultado.tabelas().size(); i++) {
            var tabela = resultado.tabelas().get(i);
            if (tabela.desenho() != Tabela.Desenho.NENHUM) {
                figuras.put(caminho(resultado.ficha(), i), EmSvg.grafico(tabela));
            }
        }
        return figuras;
    }

    static String caminho(Ficha ficha, int tabela) {
        return "figuras/medicoes/%s-%s-%d.svg".formatted(ficha.aula(), ficha.nome(), tabela + 1);
    }
}
