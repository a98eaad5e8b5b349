package curso.auditoria;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.catalogo.Aula;
import curso.bancada.medicao.BlocosDaTeoria;
import curso.bancada.medicao.Medicoes;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.TrechosDaTeoria;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Teoria fiel: o código citado é o código do repositório, e as tabelas são as medições")
class TeoriaFielTest {

    private static final Pattern CERCA = Pattern.compile("(?m)^```(\\w+)(.*)$");
    private static final Set<String> SEM_FONTE = Set.of("console", "text", "mermaid", "sql", "properties");

    static Stream<Aula> aulas() {
        return CursoInteiro.CATALOGO.aulas().stream();
    }

    private static String texto(Aula aula) throws IOException {
        return Files.readString(CursoInteiro.CASA.teoria(aula));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aulas")
    @DisplayName("cada trecho citado é igual à região do fonte")
    void trechos_iguaisAosFontes(Aula aula) throws IOException {
        TrechosDaTeoria trechos = new TrechosDaTeoria(CursoInteiro.CASA.raiz());
        assertThat(trechos.de(texto(aula))).as("trechos citados na aula %s", aula.numero()).isNotEmpty();
        assertThat(trechos.divergencias(texto(aula))).as("trechos da aula %s (./curso sincronizar refaz)", aula.numero()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aulas")
    @DisplayName("nenhum bloco de código Java está sem fonte")
    void blocosDeCodigo_temFonte(Aula aula) throws IOException {
        assertThat(semFonte(texto(aula))).as("blocos de código da aula %s sem fonte=arquivo#regiao", aula.numero()).isEmpty();
    }

    static List<String> semFonte(String texto) {
        return CERCA.matcher(texto).results()
                .filter(m -> !SEM_FONTE.contains(m.group(1)) && !m.group(2).contains("fonte="))
                .map(MatchResult::group).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aulas")
    @DisplayName("cada tabela medida é igual à medição de referência, e cada experimento tem a sua")
    void tabelas_iguaisAsMedicoes(Aula aula) throws IOException {
        Medicoes medicoes = new Medicoes(CursoInteiro.CASA.pastaDaTeoria());
        List<Resultado> resultados = medicoes.ler(aula.numero());
        assertThat(resultados).extracting(r -> r.ficha().nome()).as("medições de referência da aula %s", aula.numero())
                .containsExactlyInAnyOrderElementsOf(aula.experimentos());
        assertThat(BlocosDaTeoria.de(texto(aula))).extracting(BlocosDaTeoria.Bloco::nome)
                .as("blocos de medição na aula %s", aula.numero()).containsAll(aula.experimentos());
        assertThat(medicoes.divergencias(aula.numero()))
                .as("tabelas da aula %s (./curso medir --referencia %s refaz)", aula.numero(), aula.numero()).isEmpty();
    }
}
