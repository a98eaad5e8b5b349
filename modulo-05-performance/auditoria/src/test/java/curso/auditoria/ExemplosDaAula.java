package curso.auditoria;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// O que a pasta de exemplos de uma aula traz, lido dos fontes: o nome na [Ficha] de cada experimento e os benchmarks.
final class ExemplosDaAula {

    private static final Pattern EXPERIMENTO = Pattern.compile("\\b(?:class|record|enum) \\w+[^{]*\\bimplements\\b[^{]*\\bExperimento\\b");
    private static final Pattern NOME = Pattern.compile("new Ficha\\(\\s*\"\\d\\d\",\\s*\"([a-z0-9-]+)\"");

    private ExemplosDaAula() {}

    static List<String> experimentos(Path pasta) throws IOException {
        List<String> nomes = new ArrayList<>();
        for (Path fonte : fontes(pasta)) {
            String texto = Files.readString(fonte);
            if (EXPERIMENTO.matcher(texto).find()) {
                Matcher nome = NOME.matcher(texto);
                nomes.add(nome.find() ? nome.group(1) : "sem new Ficha(\"NN\", \"nome\", …) em " + fonte.getFileName());
            }
        }
        return nomes;
    }

    static List<String> benchmarks(Path pasta) throws IOException {
        return fontes(pasta).stream().map(p -> p.getFileName().toString().replace(".java", ""))
                .filter(nome -> nome.endsWith("Benchmark")).toList();
    }

    private static List<Path> fontes(Path pasta) throws IOException {
        if (!Files.isDirectory(pasta)) {
            return List.of();
        }
        try (Stream<Path> todos = Files.walk(pasta)) {
            return todos.filter(p -> p.toString().endsWith(".java")).sorted().toList();
        }
    }
}
