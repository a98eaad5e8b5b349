package curso.bancada.catalogo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// As aulas do curso, na ordem do número, lidas dos cabeçalhos da teoria.
public record Catalogo(List<Aula> aulas) {

    public Catalogo {
        aulas = aulas.stream().sorted(Comparator.comparing(Aula::numero)).toList();
    }

    /// Lê todas as aulas; lança [CatalogoInvalido] no primeiro cabeçalho errado.
    public static Catalogo ler(Casa casa) {
        List<Aula> aulas = new ArrayList<>();
        if (!Files.isDirectory(casa.pastaDaTeoria())) {
            throw new CatalogoInvalido("não há pasta teoria em " + casa.raiz() + ": rode dentro do repositório do curso");
        }
        try (DirectoryStream<Path> arquivos = Files.newDirectoryStream(casa.pastaDaTeoria(), "[0-9][0-9]-*.md")) {
            for (Path arquivo : arquivos) {
                aulas.add(lerAula(arquivo));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("não foi possível ler " + casa.pastaDaTeoria() + ": " + e.getMessage(), e);
        }
        return new Catalogo(aulas);
    }

    private static Aula lerAula(Path arquivo) {
        Aula aula = FrontMatter.ler(arquivo).como(Aula.class, arquivo);
        if (!arquivo.getFileName().toString().equals(aula.arquivo() + ".md")) {
            throw new CatalogoInvalido(arquivo + ": o cabeçalho diz " + aula.arquivo() + "; o nome do arquivo deve ser o mesmo");
        }
        for (FichaDeExercicio ficha : aula.exercicios()) {
            if (!ficha.aula().equals(aula.numero())) {
                throw new CatalogoInvalido(arquivo + ": o exercício " + ficha.numero() + " não é da aula " + aula.numero());
            }
        }
        return aula;
    }

    /// A aula de número `03`; aceita também `3`.
    public Optional<Aula> aula(String numero) {
        String completo = numero.length() == 1 ? "0" + numero : numero;
        return aulas.stream().filter(a -> a.numero().equals(completo)).findFirst();
    }

    /// O exercício de número `03.1`; aceita também `3.1`.
    public Optional<FichaDeExercicio> exercicio(String numero) {
        String completo = numero.indexOf('.') == 1 ? "0" + numero : numero;
        return exercicios().stream().filter(e -> e.numero().equals(completo)).findFirst();
    }

    /// Todos os exercícios, na ordem das aulas.
    public List<FichaDeExercicio> exercicios() {
        return aulas.stream().flatMap(a -> a.exercicios().stream()).toList();
    }
}
