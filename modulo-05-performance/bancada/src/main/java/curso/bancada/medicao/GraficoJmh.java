package curso.bancada.medicao;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.StreamSupport;

/// Desenha o resultado do JMH (`-rf json`) em barras com o erro: `├─┼─┤` é o intervalo de confiança de 99,9% que o JMH dá.
///
/// Benchmarks de mesma classe, modo e unidade dividem um quadro e a escala.
public final class GraficoJmh {

    /// Um número do JMH. `erro` é `NaN` quando houve uma medida só.
    public record Medida(String classe, String nome, String modo, String unidade, double valor, double erro) {

        private String quadro() {
            return "%s (%s, %s)".formatted(classe, unidade, descricaoDoModo());
        }

        private String descricaoDoModo() {
            return switch (modo) {
                case "thrpt" -> "vazão: mais é melhor";
                case "avgt" -> "tempo médio: menos é melhor";
                case "sample" -> "tempo amostrado: menos é melhor";
                case "ss" -> "uma execução a frio: menos é melhor";
                default -> modo;
            };
        }
    }

    private GraficoJmh() {
    }

    /// Lê o arquivo de `-rff`.
    ///
    /// @throws MedicaoInvalida se o arquivo não é um resultado do JMH
    public static List<Medida> ler(Path arquivo) throws IOException {
        return ler(Files.readString(arquivo), arquivo.toString());
    }

    /// Lê o texto; `origem` identifica-o na mensagem de erro.
    public static List<Medida> ler(String json, String origem) {
        try {
            var raiz = new JsonMapper().readTree(json);
            if (!raiz.isArray()) {
                throw invalido(origem, "não é uma lista", null);
            }
            return StreamSupport.stream(raiz.spliterator(), false).map(no -> medida(no, origem)).toList();
        } catch (JsonProcessingException e) {
            throw invalido(origem, e.getOriginalMessage(), e);
        }
    }

    /// Devolve as barras de todas as medidas, quadro a quadro, terminadas por quebra de linha.
    public static String tela(List<Medida> medidas, Tela tela) {
        var quadros = new LinkedHashMap<String, List<Medida>>();
        medidas.forEach(m -> quadros.computeIfAbsent(m.quadro(), _ -> new ArrayList<>()).add(m));
        var linhas = new ArrayList<String>();
        quadros.forEach((titulo, doQuadro) -> {
            linhas.add(tela.pintar(Cor.TITULO, titulo));
            int casas = doQuadro.stream().mapToInt(m -> casas(m.valor())).max().orElse(0);
            linhas.addAll(BarrasDeTexto.desenhar(doQuadro.stream().map(m -> barra(m, casas, tela)).toList(), tela));
            linhas.add("");
        });
        return String.join("\n", linhas);
    }

    private static BarrasDeTexto.Barra barra(Medida m, int casas, Tela tela) {
        var valor = Numeros.comCasas(m.valor(), casas);
        if (Double.isNaN(m.erro())) {
            return BarrasDeTexto.Barra.de(m.nome(), m.valor(), valor);
        }
        var texto = "%s %s %s".formatted(valor, tela.ascii() ? "+-" : "±", Numeros.comCasas(m.erro(), casas));
        return new BarrasDeTexto.Barra(m.nome(), m.valor(), texto, m.valor() - m.erro(), m.valor() + m.erro());
    }

    /// As casas que dão três algarismos significativos ao número.
    private static int casas(double valor) {
        if (!Double.isFinite(valor) || valor == 0) {
            return 0;
        }
        return (int) Math.clamp(2 - Math.floor(Math.log10(Math.abs(valor))), 0, 6);
    }

    private static Medida medida(JsonNode no, String origem) {
        var benchmark = no.path("benchmark").asText("");
        var metrica = no.path("primaryMetric");
        if (!benchmark.contains(".") || !metrica.path("score").isNumber()) {
            throw invalido(origem, "falta «benchmark» ou «primaryMetric.score»", null);
        }
        var partes = benchmark.split("\\.");
        return new Medida(partes[partes.length - 2], partes[partes.length - 1] + parametros(no.path("params")),
                no.path("mode").asText(), metrica.path("scoreUnit").asText(), metrica.path("score").asDouble(),
                metrica.path("scoreError").isNumber() ? metrica.path("scoreError").asDouble() : Double.NaN);
    }

    private static String parametros(JsonNode parametros) {
        var textos = new ArrayList<String>();
        parametros.properties().forEach(p -> textos.add(p.getKey() + "=" + p.getValue().asText()));
        return textos.isEmpty() ? "" : " " + String.join(", ", textos);
    }

    private static MedicaoInvalida invalido(String origem, String porque, Exception causa) {
        return new MedicaoInvalida("%s não é um resultado do JMH: %s. Rode o benchmark de novo com -rf json"
                .formatted(origem, porque), causa);
    }
}
