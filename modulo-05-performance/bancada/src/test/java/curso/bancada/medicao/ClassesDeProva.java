package curso.bancada.medicao;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/// Compila experimentos de mentira numa pasta, para os testes que varrem classes.
final class ClassesDeProva {

    private final Path pasta;

    ClassesDeProva(Path pasta) {
        this.pasta = pasta;
    }

    /// Compila um experimento `exemplos.PACOTE.CLASSE` cujo `executar` tem este corpo.
    ClassesDeProva experimento(String pacote, String classe, String nome, String corpo) throws IOException {
        var aula = pacote.substring("aula".length(), "aula".length() + 2);
        return classe(pacote, classe, """
                public final class %s implements Experimento {
                    public Ficha ficha() {
                        return new Ficha("%s", "%s", "Pergunta?", "Palpite?", java.time.Duration.ofSeconds(1));
                    }
                    public Resultado executar(Ambiente ambiente) throws Exception {
                        %s
                    }
                }
                """.formatted(classe, aula, nome, corpo));
    }

    /// Compila uma classe qualquer no pacote `exemplos.PACOTE`.
    ClassesDeProva classe(String pacote, String classe, String codigo) throws IOException {
        var fonte = pasta.resolve("fontes/" + classe + ".java");
        Files.createDirectories(fonte.getParent());
        Files.writeString(fonte, "package exemplos." + pacote + ";\nimport curso.bancada.medicao.*;\n" + codigo);
        Files.createDirectories(raiz());
        int rc = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-d", raiz().toString(),
                "-cp", System.getProperty("java.class.path"), fonte.toString());
        if (rc != 0) {
            throw new IllegalStateException("não compilou: " + codigo);
        }
        return this;
    }

    Path raiz() {
        return pasta.resolve("classes");
    }

    /// Põe as classes num jar sem entradas de pasta.
    Path jar() throws IOException {
        var jar = pasta.resolve("exemplos.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar)); Stream<Path> arquivos = Files.walk(raiz())) {
            for (var arquivo : arquivos.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(raiz().relativize(arquivo).toString()));
                Files.copy(arquivo, zip);
            }
        }
        return jar;
    }

    DescobridorDeExperimentos descobridor(Path... entradas) throws IOException {
        var urls = new URL[entradas.length];
        for (int i = 0; i < entradas.length; i++) {
            urls[i] = entradas[i].toUri().toURL();
        }
        return new DescobridorDeExperimentos(List.of(entradas), new URLClassLoader(urls, ClassesDeProva.class.getClassLoader()));
    }
}
