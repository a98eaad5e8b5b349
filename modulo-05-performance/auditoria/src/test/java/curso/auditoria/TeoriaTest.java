package curso.auditoria;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.catalogo.Aula;
import curso.bancada.catalogo.FichaDeExercicio;
import curso.bancada.catalogo.FrontMatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Teoria: o cabeçalho, o plano e os lugares combinam")
class TeoriaTest {

    static Stream<Aula> aulas() {
        return CursoInteiro.CATALOGO.aulas().stream();
    }

    private static String corpo(Aula aula) {
        return FrontMatter.ler(CursoInteiro.CASA.teoria(aula)).corpo();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aulas")
    @DisplayName("os minutos e os pré-requisitos do cabeçalho são os do plano")
    void minutosDoPlano_iguaisAosDoCabecalho(Aula aula) throws IOException {
        Path plano = CursoInteiro.CASA.raiz().resolve("modulo-05-performance/README.md");
        assertThat(ProblemasDaAula.noPlano(aula, Files.readString(plano))).as("aula %s em %s", aula.numero(), plano).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aulas")
    @DisplayName("a aula diz o que ensina, o que fica de fora e o que supõe")
    void cabecalho_completo(Aula aula) {
        assertThat(ProblemasDaAula.noCabecalho(aula)).as("cabeçalho da aula %s", aula.numero()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aulas")
    @DisplayName("a aula faz cinco perguntas com resposta")
    void perguntas_comResposta(Aula aula) {
        assertThat(ProblemasDaAula.nasPerguntas(corpo(aula))).as("perguntas da aula %s", aula.numero()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aulas")
    @DisplayName("todo exercício, experimento e benchmark é citado pela sua aula")
    void citaExerciciosEExperimentos_daAula(Aula aula) {
        assertThat(ProblemasDaAula.nasCitacoes(aula, corpo(aula))).as("o que a aula %s cita", aula.numero()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aulas")
    @DisplayName("todo experimento e benchmark dos exemplos está no cabeçalho da aula, e o inverso")
    void experimentosDosExemplos_iguaisAosDoCabecalho(Aula aula) throws IOException {
        Path pasta = CursoInteiro.CASA.exemplos(aula);
        assertThat(ExemplosDaAula.experimentos(pasta)).as("experimentos em exemplos/…/%s", aula.pacote())
                .containsExactlyInAnyOrderElementsOf(aula.experimentos());
        assertThat(ExemplosDaAula.benchmarks(pasta)).as("benchmarks em exemplos/…/%s", aula.pacote())
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
