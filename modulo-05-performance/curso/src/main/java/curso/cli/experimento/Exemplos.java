package curso.cli.experimento;

import curso.bancada.catalogo.Aula;
import curso.bancada.medicao.DescobridorDeExperimentos;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Recusa;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Os exemplos compilados: o classpath deles e as fichas dos experimentos de cada aula.
///
/// A ficha é lida aqui, para perguntar o palpite antes; o experimento roda noutra JVM, sem a linha de comando no meio.
final class Exemplos {

    private final Contexto contexto;

    Exemplos(Contexto contexto) {
        this.contexto = contexto;
    }

    /// Devolve as fichas na ordem do cabeçalho da aula; as que ele não cita vêm depois.
    List<Ficha> fichas(Aula aula) {
        var entradas = entradas();
        try (var carregador = new URLClassLoader(entradas.stream().map(Exemplos::url).toArray(URL[]::new),
                Exemplos.class.getClassLoader())) {
            var achadas = new DescobridorDeExperimentos(List.of(classes()), carregador).daAula(aula.numero()).stream()
                    .map(Experimento::ficha).toList();
            var citadas = aula.experimentos();
            return Stream.concat(
                    citadas.stream().flatMap(nome -> achadas.stream().filter(f -> f.nome().equals(nome))),
                    achadas.stream().filter(f -> !citadas.contains(f.nome()))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("não consegui ler os exemplos compilados: " + e.getMessage(), e);
        }
    }

    String classpath() {
        return String.join(File.pathSeparator, entradas().stream().map(Path::toString).toList());
    }

    private Path classes() {
        return contexto.casa().raiz().resolve("exemplos/target/classes");
    }

    /// O Maven escreve o classpath dos exemplos; a bancada dele é uma pasta, que um build troca no meio de uma medição.
    private List<Path> entradas() {
        var lista = contexto.casa().raiz().resolve("exemplos/target/classpath.txt");
        if (!Files.isRegularFile(lista) || !Files.isDirectory(classes())) {
            throw Recusa.de("Os exemplos não estão compilados.", "./curso preparar compila tudo.");
        }
        try {
            var bancada = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(e -> e.endsWith("bancada.jar")).findFirst();
            var doMaven = Arrays.stream(Files.readString(lista).strip().split(File.pathSeparator))
                    .map(e -> e.replace('\\', '/').endsWith("bancada/target/classes") ? bancada.orElse(e) : e).map(Path::of);
            return Stream.concat(Stream.of(classes()), doMaven).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("não consegui ler " + lista + ": " + e.getMessage(), e);
        }
    }

    private static URL url(Path entrada) {
        try {
            return entrada.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("entrada de classpath inválida: " + entrada, e);
        }
    }
}
