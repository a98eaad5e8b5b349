package curso.auditoria;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.catalogo.Aula;
import curso.bancada.catalogo.FichaDeExercicio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Problemas da aula: cada regra da teoria vê o erro que procura")
class ProblemasDaAulaTest {

    private static final Aula AULA = aula(List.of("ensinar"), List.of("01", "03"), List.of("o resto"));
    private static final String LINHA = "| [07 Transações](../teoria/07-transacoes.md) | 30 | 45 | 75 | 01, 03 |\n";
    private static final String RESPOSTA = "**1.** Por quê?\n\n<details><summary>Resposta</summary>\n\nPorque sim.\n\n</details>\n\n";
    private static final String CORPO = """
            | 07.1 | `Saldo` | não perde saldo |
            | 07.2 | `Limite` | respeita o limite |

            $ ./curso exemplo 07 impasse
            Para repetir: `./curso exemplo 07 impasse-no-banco`. O `TravaBenchmark` mede a trava.
            """;

    @TempDir
    Path pasta;

    @Test
    @DisplayName("a aula em ordem não tem problema nenhum")
    void nadaVe_quandoAAulaEstaEmOrdem() {
        assertThat(ProblemasDaAula.noPlano(AULA, LINHA)).isEmpty();
        assertThat(ProblemasDaAula.noCabecalho(AULA)).isEmpty();
        assertThat(ProblemasDaAula.nasPerguntas(RESPOSTA.repeat(5))).isEmpty();
        assertThat(ProblemasDaAula.nasCitacoes(AULA, CORPO)).isEmpty();
    }

    @ParameterizedTest(name = "{0} vira {1}")
    @DisplayName("cada número do plano que não é o do cabeçalho é visto:")
    @CsvSource(delimiter = ';', value = {
            "| 30 |; | 31 |; minutos: o plano diz 31 + 45 = 75, o cabeçalho diz 30 + 45 = 75",
            "| 45 |; | 40 |; minutos: o plano diz 30 + 40 = 75, o cabeçalho diz 30 + 45 = 75",
            "| 75 |; | 70 |; minutos: o plano diz 30 + 45 = 70, o cabeçalho diz 30 + 45 = 75",
            "01, 03; nenhuma; antes dela: o plano diz nenhuma, o cabeçalho diz 01, 03",
            "07-transacoes; 08-transacoes; a aula 07-transacoes não tem uma linha no plano"})
    void vePlanoErrado(String certo, String errado, String problema) {
        assertThat(ProblemasDaAula.noPlano(AULA, LINHA.replace(certo, errado))).containsExactly(problema);
    }

    @Test
    @DisplayName("cada campo vazio do cabeçalho é visto")
    void veCabecalhoIncompleto_quandoFaltaUmCampo() {
        assertThat(ProblemasDaAula.noCabecalho(aula(List.of(), List.of(), List.of("o resto")))).containsExactly("faltam os objetivos");
        assertThat(ProblemasDaAula.noCabecalho(aula(List.of("ensinar"), List.of(), List.of()))).containsExactly("falta dizer o que fica fora de escopo");
        assertThat(ProblemasDaAula.noCabecalho(new Aula("07", "transacoes", "Transações", 30, List.of("ensinar"), List.of(),
                List.of("o resto"), List.of(), List.of(), List.of()))).containsExactly("faltam os exercícios");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("um pré-requisito que não é uma aula anterior é visto:")
    @CsvSource({"07", "08", "1", "threads"})
    void vePreRequisitoErrado(String antes) {
        assertThat(ProblemasDaAula.noCabecalho(aula(List.of("ensinar"), List.of(antes), List.of("o resto"))))
                .singleElement().asString().contains("o pré-requisito " + antes);
    }

    @Test
    @DisplayName("quatro perguntas são poucas, e uma resposta vazia ou que não fecha não conta")
    void vePerguntaSemResposta() {
        String quatro = RESPOSTA.repeat(4);
        assertThat(ProblemasDaAula.nasPerguntas(quatro)).containsExactly("são ao menos 5 perguntas com resposta; há 4");
        assertThat(ProblemasDaAula.nasPerguntas(RESPOSTA.replace("Porque sim.", "") + quatro)).hasSize(1);
        assertThat(ProblemasDaAula.nasPerguntas(quatro + RESPOSTA.replace("</details>", ""))).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("o que a aula deixa de citar é visto:")
    @CsvSource(delimiter = ';', value = {
            "./curso exemplo 07 impasse-no-banco; o impasse-no-banco; falta ./curso exemplo 07 impasse-no-banco",
            "$ ./curso exemplo 07 impasse; <!-- medicao: impasse --> o impasse; falta ./curso exemplo 07 impasse",
            "$ ./curso exemplo 07 impasse; <!-- ./curso exemplo 07 impasse -->; falta ./curso exemplo 07 impasse",
            "`TravaBenchmark`; `TravaBenchmark2`; falta `TravaBenchmark`",
            "| 07.2 | `Limite`; | `Limite`; nenhuma linha traz 07.2 e `Limite`",
            "`Saldo`; o saldo; nenhuma linha traz 07.1 e `Saldo`"})
    void veOQueNaoFoiCitado(String citacao, String semCitacao, String problema) {
        assertThat(ProblemasDaAula.nasCitacoes(AULA, CORPO.replace(citacao, semCitacao))).containsExactly(problema);
    }

    @Test
    @DisplayName("todo experimento e benchmark da pasta é achado, escrito como classe ou record; o que não é um, não")
    void achaExperimentos_escritosDeCadaJeito() throws IOException {
        fonte("Um", "final class Um implements Experimento { Ficha f() { return new Ficha(\"07\", \"um\", \"?\"); } }");
        fonte("Dois", "record Dois(int n) implements Runnable, Experimento { Ficha f() { return new Ficha(\"07\", \"dois\", \"?\"); } }");
        fonte("Tres", "final class Tres extends Base\n    implements Experimento { }");
        fonte("Quatro", "final class Quatro implements Runnable { Experimento e; }");
        fonte("CincoBenchmark", "public class CincoBenchmark { }");
        assertThat(ExemplosDaAula.experimentos(pasta))
                .containsExactlyInAnyOrder("um", "dois", "sem new Ficha(\"NN\", \"nome\", …) em Tres.java");
        assertThat(ExemplosDaAula.benchmarks(pasta)).containsExactly("CincoBenchmark");
    }

    private void fonte(String classe, String texto) throws IOException {
        Files.writeString(pasta.resolve(classe + ".java"), texto);
    }

    private static Aula aula(List<String> objetivos, List<String> preRequisitos, List<String> foraDeEscopo) {
        return new Aula("07", "transacoes", "Transações", 30, objetivos, preRequisitos, foraDeEscopo,
                List.of(new FichaDeExercicio("07.1", "Saldo", "Saldo", 20), new FichaDeExercicio("07.2", "Limite", "Limite", 25)),
                List.of("impasse", "impasse-no-banco"), List.of("TravaBenchmark"));
    }
}
