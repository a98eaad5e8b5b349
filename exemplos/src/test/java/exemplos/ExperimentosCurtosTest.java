package exemplos;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.medicao.DescobridorDeExperimentos;
import curso.bancada.medicao.EmMarkdown;
import curso.bancada.medicao.EmTerminal;
import curso.bancada.medicao.FigurasDaMedicao;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.ResultadosEmJson;
import curso.bancada.medicao.Tela;
import curso.bancada.medicao.Veredito;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Olha cada experimento no menor tamanho. Com poucos pares nenhuma razão conclui, então uma afirmação que
/// «não vale» aqui é uma contagem errada, e não ruído.
@DisplayName("Experimentos em execução curta")
class ExperimentosCurtosTest {

    @TestFactory
    @DisplayName("rodam, e as contagens que afirmam valem")
    Stream<DynamicTest> rodam() {
        var experimentos = DescobridorDeExperimentos.noClasspath().todos();
        assertThat(experimentos).isNotEmpty();
        return experimentos.stream().map(e -> DynamicTest.dynamicTest(e.ficha().aula() + " " + e.ficha().nome(), () -> {
            var resultado = ResultadosCurtos.de(e);
            assertThat(resultado.afirmacoes()).as("afirmações que não valem").noneMatch(a -> a.veredito() == Veredito.NAO_VALE);
            assertThat(resultado.ficha()).isEqualTo(e.ficha());
            mostrar(resultado);
        }));
    }

    private static void mostrar(Resultado resultado) {
        assertThat(EmTerminal.tela(resultado, new Tela(80, false, false), OptionalDouble.of(2)).lines())
                .allMatch(l -> l.codePointCount(0, l.length()) <= 80);
        assertThat(EmMarkdown.bloco(resultado)).contains("| ");
        assertThat(FigurasDaMedicao.de(resultado).values()).allMatch(svg -> svg.startsWith("<svg"));
        assertThat(ResultadosEmJson.ler(ResultadosEmJson.escrever(List.of(resultado)), "memória")).containsExactly(resultado);
    }
}
