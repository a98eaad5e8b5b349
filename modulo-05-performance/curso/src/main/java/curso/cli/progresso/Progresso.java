package curso.cli.progresso;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// O que o aluno já fez. É imutável: cada mudança devolve outro.
///
/// @param esquema    versão do formato gravado
/// @param aulasLidas quando cada aula foi aberta pela última vez, em ISO-8601
/// @param exercicios andamento por exercício: `03.1`
/// @param palpites   palpites por experimento: `03/conexao-por-requisicao`
@JsonIgnoreProperties(ignoreUnknown = true)
public record Progresso(int esquema, Map<String, String> aulasLidas, Map<String, Andamento> exercicios,
                        Map<String, List<Palpite>> palpites) {

    public static final int ESQUEMA = 1;

    /// Palpites guardados por experimento; os mais velhos saem.
    private static final int PALPITES_GUARDADOS = 20;

    public Progresso {
        aulasLidas = aulasLidas == null ? Map.of() : Map.copyOf(aulasLidas);
        exercicios = exercicios == null ? Map.of() : Map.copyOf(exercicios);
        palpites = palpites == null ? Map.of() : Map.copyOf(palpites);
    }

    /// Um palpite e o que se observou; o palpite é nulo quando o experimento rodou sem pergunta.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Palpite(Double palpite, double observado, String unidade, boolean curto, String em) {}

    public static Progresso vazio() {
        return new Progresso(ESQUEMA, Map.of(), Map.of(), Map.of());
    }

    public Andamento exercicio(String numero) {
        return exercicios.getOrDefault(numero, Andamento.INTOCADO);
    }

    public Progresso comExercicio(String numero, UnaryOperator<Andamento> mudanca) {
        var mudados = new TreeMap<>(exercicios);
        mudados.put(numero, mudanca.apply(exercicio(numero)));
        return new Progresso(esquema, aulasLidas, mudados, palpites);
    }

    public Progresso comAulaLida(String numero, String quando) {
        var lidas = new TreeMap<>(aulasLidas);
        lidas.put(numero, quando);
        return new Progresso(esquema, lidas, exercicios, palpites);
    }

    public Progresso comPalpite(String experimento, Palpite palpite) {
        var mudados = new TreeMap<>(palpites);
        mudados.merge(experimento, List.of(palpite), (antes, novo) -> {
            var todos = Stream.concat(antes.stream(), novo.stream()).toList();
            return todos.subList(Math.max(0, todos.size() - PALPITES_GUARDADOS), todos.size());
        });
        return new Progresso(esquema, aulasLidas, exercicios, mudados);
    }
}
