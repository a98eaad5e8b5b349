package curso.bancada.medicao;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// Números medidos, uma variante por linha. É imutável: cada passo devolve outra tabela.
///
/// ```
/// Tabela.de("Vazão", "variante", Coluna.de("ops/s", 0), Coluna.de("p99 (ms)", 1))
///       .linha("com pool", 12345.0, 3.2)
///       .barras("ops/s")
/// ```
///
/// @param titulo    o que a tabela mostra
/// @param chave     cabeçalho da primeira coluna, a dos nomes
/// @param colunas   colunas de números
/// @param linhas    linhas, na ordem em que foram postas
/// @param desenho   como desenhar
/// @param desenhadas cabeçalhos das colunas que o gráfico desenha
public record Tabela(String titulo, String chave, List<Coluna> colunas, List<Linha> linhas,
                     Desenho desenho, List<String> desenhadas) {

    /// Como o gráfico da tabela se desenha.
    public enum Desenho { NENHUM, BARRAS, CURVA }

    /// Uma linha: o nome da variante e um número por coluna (`NaN` onde não se mediu).
    public record Linha(String rotulo, List<Double> valores) {
        public Linha {
            Exigir.texto(rotulo, "rótulo da linha");
            valores = List.copyOf(valores);
        }
    }

    public Tabela {
        Exigir.texto(titulo, "título da tabela");
        Exigir.texto(chave, "primeiro cabeçalho da tabela «" + titulo + "»");
        colunas = List.copyOf(colunas);
        linhas = List.copyOf(linhas);
        desenhadas = List.copyOf(desenhadas);
        Exigir.que(!colunas.isEmpty(), "a tabela «%s» não tem coluna de números", titulo);
        for (var linha : linhas) {
            Exigir.que(linha.valores().size() == colunas.size(),
                    "a linha «%s» da tabela «%s» tem %d números; há %d colunas",
                    linha.rotulo(), titulo, linha.valores().size(), colunas.size());
        }
        Exigir.que((desenho == Desenho.NENHUM) == desenhadas.isEmpty(),
                "a tabela «%s» pede %s com as colunas %s", titulo, desenho, desenhadas);
        for (var desenhada : desenhadas) {
            indice(colunas, desenhada, titulo);
        }
        if (desenho == Desenho.CURVA) {
            linhas.forEach(linha -> abscissa(linha.rotulo()));
        }
    }

    /// Começa uma tabela sem linhas nem gráfico.
    public static Tabela de(String titulo, String chave, Coluna... colunas) {
        return new Tabela(titulo, chave, List.of(colunas), List.of(), Desenho.NENHUM, List.of());
    }

    /// Acrescenta uma linha; os números vêm na ordem das colunas.
    public Tabela linha(String rotulo, double... valores) {
        var novas = new ArrayList<>(linhas);
        novas.add(new Linha(rotulo, DoubleStream.of(valores).boxed().toList()));
        return new Tabela(titulo, chave, colunas, novas, desenho, desenhadas);
    }

    /// Desenha cada coluna em barras horizontais, uma barra por linha.
    public Tabela barras(String... cabecalhos) {
        return new Tabela(titulo, chave, colunas, linhas, Desenho.BARRAS, List.of(cabecalhos));
    }

    /// Desenha uma varredura: os rótulos das linhas são números (o eixo horizontal) e cada coluna é uma curva.
    ///
    /// Colunas de mesma unidade dividem um quadro; de unidades diferentes, cada uma tem o seu.
    public Tabela curva(String... cabecalhos) {
        return new Tabela(titulo, chave, colunas, linhas, Desenho.CURVA, List.of(cabecalhos));
    }

    /// Devolve os números de uma coluna, na ordem das linhas.
    public List<Double> valores(String cabecalho) {
        var i = indice(colunas, cabecalho, titulo);
        return linhas.stream().map(l -> l.valores().get(i)).toList();
    }

    /// Devolve a coluna com este cabeçalho.
    public Coluna coluna(String cabecalho) {
        return colunas.get(indice(colunas, cabecalho, titulo));
    }

    /// O maior número das colunas desenhadas na unidade desta: na mesma escala, barras iguais são números iguais.
    double maximoDaUnidade(String cabecalho) {
        var unidade = coluna(cabecalho).unidade();
        return desenhadas.stream().filter(c -> coluna(c).unidade().equals(unidade))
                .flatMap(c -> valores(c).stream()).mapToDouble(Double::doubleValue)
                .filter(Double::isFinite).max().orElse(0);
    }

    /// Lê o número com que um rótulo começa: `64`, `5 ms`, `0,5 ms`, `10.000`.
    static double abscissa(String rotulo) {
        return Numeros.ler(rotulo.strip().split("\\s", 2)[0]).orElseThrow(() -> new IllegalArgumentException(
                "rótulo «%s»: numa curva cada rótulo começa por um número, como em «64» ou «0,5 ms»".formatted(rotulo)));
    }

    private static int indice(List<Coluna> colunas, String cabecalho, String titulo) {
        var nomes = colunas.stream().map(Coluna::cabecalho).toList();
        Exigir.que(nomes.contains(cabecalho), "a tabela «%s» não tem a coluna «%s»; tem %s", titulo, cabecalho, nomes);
        return nomes.indexOf(cabecalho);
    }
}
