package exemplos;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.medicao.AmbienteDoProcesso;
import curso.bancada.medicao.DescobridorDeExperimentos;
import curso.bancada.medicao.EmMarkdown;
import curso.bancada.medicao.EmTerminal;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.FigurasDaMedicao;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.ResultadosEmJson;
import curso.bancada.medicao.Tela;
import curso.bancada.medicao.Veredito;
import curso.bancada.servicos.Servicos;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Executa cada experimento no menor tamanho. Com poucos pares nenhuma razão conclui, então uma afirmação que
/// «não vale» aqui é uma contagem errada, e não ruído.
@DisplayName("Experimentos em execução curta")
class ExperimentosCurtosTest {

    private static final Duration PRAZO = Duration.ofSeconds(60);

    private static Servicos servicos;

    @BeforeAll
    static void abrir() {
        servicos = Servicos.abrir();
    }

    @AfterAll
    static void fechar() {
        servicos.close();
    }

    @TestFactory
    @DisplayName("rodam, e as contagens que afirmam valem")
    Stream<DynamicTest> rodam() {
        var experimentos = DescobridorDeExperimentos.noClasspath().todos();
        assertThat(experimentos).isNotEmpty();
        return experimentos.stream().map(e -> DynamicTest.dynamicTest(e.ficha().aula() + " " + e.ficha().nome(), () -> {
            var resultado = executar(e);
            assertThat(resultado.afirmacoes()).as("afirmações que não valem").noneMatch(a -> a.veredito() == Veredito.NAO_VALE);
            assertThat(resultado.ficha()).isEqualTo(e.ficha());
            mostrar(resultado);
        }));
    }

    private static Resultado executar(Experimento experimento) throws Exception {
        var executor = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        try {
            return executor.submit(() -> experimento.executar(new AmbienteDoProcesso(servicos, true, _ -> { })))
                    .get(PRAZO.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            executor.shutdownNow();
        }
    }

    private static void mostrar(Resultado resultado) {
        assertThat(EmTerminal.tela(resultado, new Tela(80, false, false), OptionalDouble.of(2)).lines())
                .allMatch(l -> l.codePointCount(0, l.length()) <= 80);
        assertThat(EmMarkdown.bloco(resultado)).contains("| ");
        assertThat(FigurasDaMedicao.de(resultado).values()).allMatch(svg -> svg.startsWith("<svg"));
        assertThat(ResultadosEmJson.ler(ResultadosEmJson.escrever(List.of(resultado)), "memória")).containsExactly(resultado);
    }
}
