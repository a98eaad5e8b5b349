package curso.auditoria;

import curso.bancada.catalogo.Aula;
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

    private static final Pattern EXPERIMENTO = Pattern.compile("class \\w+ implements [^{]*\\bExperimento\\b");
    private static final Pattern NOME = Pattern.compile("new Ficha\\(\\s*\"\\d\\d\",\\s*\"([a-z0-9-]+)\"");

    private ExemplosDaAula() {}

    static List<String> experimentos(Aula aula) throws IOException {
        List<String> nomes = new ArrayList<>();
        for (Path fonte : fontes(aula)) {
            String texto = Files.readString(fonte);
            if (EXPERIMENTO.matcher(texto).find()) {
                Matcher nome = NOME.matcher(texto);
                nomes.add(nome.find() ? nome.group(1) : "sem new Ficha(\"NN\", \"nome\", …) em " + fonte.getFileName());
            }
        }
        return nomes;
    }

    static List<String> benchmarks(Aula aula) throws IOException {
        return fontes(aula).stream().map(p -> p.getFileName().toString().replace(".java", ""))
                .filter(nome -> nome.endsWith("Benchmark")).toList();
    }

    private static List<Path> fontes(Aula aula) throws IOException {
        Path pasta = CursoInteiro.CASA.exemplos(aula);
        if (!Files.isDirectory(pasta)) {
            return List.of();
        }
        try (Stream<Path> todos = Files.walk(pasta)) {
            return todos.filter(p -> p.toString().endsWith(".java")).sorted().toList();
        }
    }
}
