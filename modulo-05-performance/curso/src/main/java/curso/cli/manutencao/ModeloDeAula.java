package curso.cli.manutencao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Os arquivos de uma aula nova: o caminho a partir da raiz e o texto.
record ModeloDeAula(String numero, String slug, String titulo) {

    Map<String, String> arquivos() {
        var pacote = "aula" + numero + "_" + slug;
        var exercicio = "MenorPreco.java";
        var arquivos = new LinkedHashMap<String, String>();
        arquivos.put("teoria/" + numero + "-" + slug + ".md", ler("teoria.md"));
        arquivos.put("exemplos/src/main/java/exemplos/" + pacote + "/SomaDePrecosExperimento.java", ler("experimento.java"));
        arquivos.put("exercicios/src/main/java/exercicios/" + pacote + "/" + exercicio, ler("exercicio.java"));
        arquivos.put("exercicios/src/test/java/exercicios/" + pacote + "/MenorPrecoTest.java", ler("teste.java"));
        arquivos.put("exercicios/dicas/" + numero + ".1.md", ler("dicas.md"));
        arquivos.put("modulo-05-performance/partidas/" + numero + ".1/" + exercicio, ler("exercicio.java"));
        arquivos.put("solucoes/src/main/java/exercicios/" + pacote + "/" + exercicio, ler("solucao.java"));
        arquivos.put("solucoes/armadilhas/" + numero + ".1/inventa-um-preco/" + exercicio, ler("armadilha.java"));
        arquivos.put("solucoes/armadilhas/" + numero + ".1/inventa-um-preco/armadilha.md", ler("armadilha.md"));
        return arquivos;
    }

    private String ler(String modelo) {
        try (var entrada = ModeloDeAula.class.getResourceAsStream("modelo/" + modelo)) {
            return new String(entrada.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{{numero}}", numero).replace("{{slug}}", slug).replace("{{titulo}}", titulo)
                    .replace("{{arquivo}}", numero + "-" + slug).replace("{{pacote}}", "aula" + numero + "_" + slug);
        } catch (IOException e) {
            throw new UncheckedIOException("o modelo " + modelo + " não veio com o curso: " + e.getMessage(), e);
        }
    }
}
