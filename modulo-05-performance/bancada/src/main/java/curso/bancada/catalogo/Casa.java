package curso.bancada.catalogo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Sabe onde cada coisa mora no repositório: o mesmo número e o mesmo nome em todos os cômodos.
public record Casa(Path raiz) {

    public Casa {
        raiz = raiz.toAbsolutePath().normalize();
    }

    /// Procura a raiz do repositório: a propriedade `curso.raiz` ou, sem ela, a pasta atual e as de cima.
    public static Optional<Casa> encontrar() {
        String declarada = System.getProperty("curso.raiz");
        if (declarada != null) {
            return Optional.of(new Casa(Path.of(declarada)));
        }
        for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
            if (Files.isDirectory(p.resolve("modulo-05-performance")) && Files.isRegularFile(p.resolve("pom.xml"))) {
                return Optional.of(new Casa(p));
            }
        }
        return Optional.empty();
    }

    public Path pastaDaTeoria() {
        return raiz.resolve("teoria");
    }

    public Path teoria(Aula aula) {
        return pastaDaTeoria().resolve(aula.arquivo() + ".md");
    }

    public Path medicoes(Aula aula) {
        return pastaDaTeoria().resolve("medicoes").resolve(aula.arquivo() + ".json");
    }

    /// A pasta dos experimentos e benchmarks da aula.
    public Path exemplos(Aula aula) {
        return raiz.resolve("exemplos/src/main/java/exemplos").resolve(aula.pacote());
    }

    /// O arquivo que o aluno edita.
    public Path exercicio(Aula aula, FichaDeExercicio ficha) {
        return raiz.resolve("exercicios/src/main/java/exercicios").resolve(aula.pacote()).resolve(ficha.classe() + ".java");
    }

    public Path teste(Aula aula, FichaDeExercicio ficha) {
        return pastaDeTestes(aula).resolve(ficha.classe() + "Test.java");
    }

    /// Os apoios de teste da aula: todo fonte da pasta de testes que não é um teste.
    public List<Path> apoios(Aula aula) {
        return listar(pastaDeTestes(aula)).stream()
                .filter(p -> p.toString().endsWith(".java") && !p.toString().endsWith("Test.java"))
                .toList();
    }

    /// A partida: a cópia intacta do arquivo do exercício.
    public Path partida(FichaDeExercicio ficha) {
        return raiz.resolve("modulo-05-performance/partidas").resolve(ficha.numero()).resolve(ficha.classe() + ".java");
    }

    public Path solucao(Aula aula, FichaDeExercicio ficha) {
        return raiz.resolve("solucoes/src/main/java/exercicios").resolve(aula.pacote()).resolve(ficha.classe() + ".java");
    }

    public Path dicas(FichaDeExercicio ficha) {
        return raiz.resolve("exercicios/dicas").resolve(ficha.numero() + ".md");
    }

    /// As armadilhas do exercício, em ordem alfabética; vazio se não há nenhuma.
    public List<Armadilha> armadilhas(FichaDeExercicio ficha) {
        Path pasta = raiz.resolve("solucoes/armadilhas").resolve(ficha.numero());
        List<Armadilha> todas = new ArrayList<>();
        for (Path p : listar(pasta)) {
            if (Files.isDirectory(p)) {
                todas.add(Armadilha.ler(p, ficha));
            }
        }
        return List.copyOf(todas);
    }

    /// O que compilar para corrigir `fonte` (a do aluno, a partida, a solução ou uma armadilha) com o teste do exercício.
    public List<Path> fontesDaCorrecao(Aula aula, FichaDeExercicio ficha, Path fonte) {
        List<Path> fontes = new ArrayList<>();
        fontes.add(fonte);
        fontes.add(teste(aula, ficha));
        fontes.addAll(apoios(aula));
        return fontes;
    }

    /// O nome completo da classe de teste.
    public String classeDeTeste(Aula aula, FichaDeExercicio ficha) {
        return "exercicios." + aula.pacote() + "." + ficha.classe() + "Test";
    }

    private Path pastaDeTestes(Aula aula) {
        return raiz.resolve("exercicios/src/test/java/exercicios").resolve(aula.pacote());
    }

    private static List<Path> listar(Path pasta) {
        if (!Files.isDirectory(pasta)) {
            return List.of();
        }
        try (Stream<Path> filhos = Files.list(pasta)) {
            return filhos.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("não foi possível ler " + pasta + ": " + e.getMessage(), e);
        }
    }
}
