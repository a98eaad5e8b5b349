package exemplos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

/// Sem o processador de anotações o JMH não gera nada e o build fica verde: este teste é quem reclama.
@DisplayName("Lista de benchmarks do JMH")
class BenchmarksGeradosTest {

    @Test
    @DisplayName("todo método @Benchmark das aulas está na BenchmarkList")
    void todoBenchmarkEstaNaLista() throws Exception {
        var anotados = metodosAnotados();
        assertThat(anotados).as("métodos @Benchmark em exemplos.aulaNN_*").isNotEmpty();
        assertThat(lista()).as("META-INF/BenchmarkList; confira <proc>full</proc> em exemplos/pom.xml").containsAll(anotados);
    }

    private static List<String> metodosAnotados() throws IOException, URISyntaxException {
        var classes = Path.of(BenchmarksGeradosTest.class.getResource("/META-INF/BenchmarkList").toURI()).getParent().getParent();
        try (var arquivos = Files.find(classes.resolve("exemplos"), 2, (f, _) -> f.toString().endsWith(".class"))) {
            return arquivos.map(f -> classes.relativize(f).toString().replace(java.io.File.separatorChar, '.').replaceFirst("\\.class$", ""))
                    .filter(n -> n.matches("exemplos\\.aula\\d{2}_[a-z0-9_]+\\.\\w+"))
                    .flatMap(BenchmarksGeradosTest::anotadosDe).sorted().toList();
        }
    }

    private static Stream<String> anotadosDe(String classe) {
        try {
            Method[] metodos = Class.forName(classe, false, BenchmarksGeradosTest.class.getClassLoader()).getDeclaredMethods();
            return Arrays.stream(metodos).filter(m -> m.isAnnotationPresent(Benchmark.class)).map(m -> classe + " " + m.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Cada linha da lista diz, entre outras coisas e com o tamanho antes, a classe e o método: `S 34 exemplos… S 4 soma`.
    private static List<String> lista() throws IOException {
        try (var entrada = BenchmarksGeradosTest.class.getResourceAsStream("/META-INF/BenchmarkList")) {
            return new String(entrada.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(l -> l.split(" ")).map(p -> p[3] + " " + p[9]).toList();
        }
    }
}
