package curso.auditoria;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.catalogo.Aula;
import curso.bancada.catalogo.FichaDeExercicio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Teoria: o cabeçalho, o plano e os lugares combinam")
class TeoriaTest {

    private static final int PERGUNTAS = 5;

    static Stream<Aula> aulas() {
        return CursoInteiro.CATALOGO.aulas().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aulas")
    @DisplayName("os minutos do cabeçalho são os do plano")
    void minutosDoPlano_iguaisAosDoCabecalho(Aula aula) throws IOException {
        String plano = Files.readString(CursoInteiro.CASA.raiz().resolve("modulo-05-performance/README.md"));
        Matcher linha = Pattern.compile("\\| \\[" + aula.numero() + " [^]]*\\]\\([^)]*/" + Pattern.quote(aula.arquivo())
                + "\\.md\\) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (.*?) \\|").matcher(plano);
        assertThat(linha.find()).as("a aula %s tem uma linha no plano de modulo-05-performance/README.md", aula.arquivo()).isTrue();
        int exercicios = aula.exercicios().stream().mapToInt(FichaDeExercicio::minutos).sum();
        assertThat(linha.group(1) + " + " + linha.group(2) + " = " + linha.group(3)).as("minutos da aula %s no plano", aula.numero())
                .isEqualTo(aula.minutos() + " + " + exercicios + " = " + (aula.minutos() + exercicios));
        String antes = aula.preRequisitos().isEmpty() ? "nenhuma" : String.join(", ", aula.preRequisitos());
        assertThat(linha.group(4)).as("pré-requisitos da aula %s no plano", aula.numero()).isEqualTo(antes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aulas")
    @DisplayName("a aula diz o que ensina, o que fica de fora, e faz cinco perguntas com resposta")
    void cabecalhoEPerguntas_completos(Aula aula) throws IOException {
        assertThat(aula.objetivos()).as("objetivos da aula %s", aula.numero()).isNotEmpty();
        assertThat(aula.foraDeEscopo()).as("fora de escopo da aula %s", aula.numero()).isNotEmpty();
        assertThat(aula.exercicios()).as("exercícios da aula %s", aula.numero()).isNotEmpty();
        assertThat(aula.preRequisitos()).as("pré-requisitos da aula %s são números de aula", aula.numero())
                .allMatch(n -> n.matches("\\d\\d") && n.compareTo(aula.numero()) < 0);
        String texto = Files.readString(CursoInteiro.CASA.teoria(aula));
        assertThat(Pattern.compile("<details>").matcher(texto).results().count())
                .as("perguntas com resposta na aula %s", aula.numero()).isGreaterThanOrEqualTo(PERGUNTAS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aulas")
    @DisplayName("todo exercício e todo experimento é citado pela sua aula")
    void citaExerciciosEExperimentos_daAula(Aula aula) throws IOException {
        String texto = Files.readString(CursoInteiro.CASA.teoria(aula));
        String corpo = texto.substring(texto.indexOf("\n---\n", 3));
        for (FichaDeExercicio ficha : aula.exercicios()) {
            assertThat(corpo).as("a aula %s cita o exercício", aula.numero()).contains(ficha.numero(), ficha.classe());
        }
        for (String experimento : aula.experimentos()) {
            assertThat(corpo).as("a aula %s cita o experimento", aula.numero()).contains(experimento);
        }
        for (String benchmark : aula.benchmarks()) {
            assertThat(corpo).as("a aula %s cita o benchmark", aula.numero()).contains(benchmark);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aulas")
    @DisplayName("todo experimento e benchmark dos exemplos está no cabeçalho da aula, e o inverso")
    void experimentosDosExemplos_iguaisAosDoCabecalho(Aula aula) throws IOException {
        assertThat(ExemplosDaAula.experimentos(aula)).as("experimentos em exemplos/…/%s", aula.pacote())
                .containsExactlyInAnyOrderElementsOf(aula.experimentos());
        assertThat(ExemplosDaAula.benchmarks(aula)).as("benchmarks em exemplos/…/%s", aula.pacote())
                .containsExactlyInAnyOrderElementsOf(aula.benchmarks());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aulas")
    @DisplayName("todo teste de exercício tem a sua ficha no cabeçalho")
    void exerciciosDaPasta_iguaisAosDoCabecalho(Aula aula) throws IOException {
        Path pasta = CursoInteiro.CASA.exercicio(aula, aula.exercicios().getFirst()).getParent();
        try (Stream<Path> fontes = Files.list(pasta)) {
            assertThat(fontes.map(p -> p.getFileName().toString().replace(".java", "")))
                    .as("arquivos de exercício da aula %s", aula.numero())
                    .containsExactlyInAnyOrderElementsOf(aula.exercicios().stream().map(FichaDeExercicio::classe).toList());
        }
    }
}
