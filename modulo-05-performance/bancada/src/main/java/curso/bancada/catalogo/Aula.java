package curso.bancada.catalogo;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// O cabeçalho de uma aula, lido de `teoria/NN-slug.md`. `minutos` é o tempo de leitura.
public record Aula(String numero, String slug, String titulo, int minutos, List<String> objetivos,
        @JsonProperty("pre-requisitos") List<String> preRequisitos,
        @JsonProperty("fora-de-escopo") List<String> foraDeEscopo,
        List<FichaDeExercicio> exercicios, List<String> experimentos, List<String> benchmarks) {

    public Aula {
        if (numero == null || !numero.matches("\\d\\d")) {
            throw new IllegalArgumentException("numero=" + numero + ": esperado um texto com dois algarismos, como \"03\"");
        }
        if (slug == null || !slug.matches("[a-z][a-z0-9]*")) {
            throw new IllegalArgumentException("slug=" + slug + ": esperadas só letras minúsculas sem acento, na aula " + numero);
        }
        if (titulo == null || titulo.isBlank() || minutos <= 0) {
            throw new IllegalArgumentException("aula " + numero + ": título e minutos são obrigatórios");
        }
        objetivos = lista(objetivos);
        preRequisitos = lista(preRequisitos);
        foraDeEscopo = lista(foraDeEscopo);
        exercicios = lista(exercicios);
        experimentos = lista(experimentos);
        benchmarks = lista(benchmarks);
    }

    /// O nome que a aula tem nos pacotes: `aula03_pool`.
    @JsonIgnore
    public String pacote() {
        return "aula" + numero + "_" + slug;
    }

    /// O nome que a aula tem nos arquivos: `03-pool`.
    @JsonIgnore
    public String arquivo() {
        return numero + "-" + slug;
    }

    /// Leitura e exercícios somados.
    @JsonIgnore
    public int minutosNoTotal() {
        return minutos + exercicios.stream().mapToInt(FichaDeExercicio::minutos).sum();
    }

    private static <T> List<T> lista(List<T> valores) {
        return valores == null ? List.of() : List.copyOf(valores);
    }
}
