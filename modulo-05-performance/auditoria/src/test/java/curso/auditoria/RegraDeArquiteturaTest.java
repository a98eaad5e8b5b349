package curso.auditoria;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Cada regra recebe, uma a uma, as dependências que proíbe. Quem cria uma regra precisa dizer aqui o que ela recusa:
/// sem isso, o `switch` não compila.
@DisplayName("Regras de arquitetura: cada uma vê a dependência que proíbe")
class RegraDeArquiteturaTest {

    private static final List<String> AULAS = List.of("exemplos.aula98_um", "exercicios.aula98_um");
    private static final List<String> LINHA_DE_COMANDO = List.of("curso.cli.mapa", "curso.painel.mapa");

    @TempDir
    Path pasta;

    @ParameterizedTest(name = "{0}")
    @EnumSource(RegraDeArquitetura.class)
    @DisplayName("recusa:")
    void recusa_cadaDependenciaProibida(RegraDeArquitetura regra) throws IOException {
        for (String caminho : proibidos(regra)) {
            assertThat(violacoes(regra, List.of(caminho))).as("%s vê %s", regra, caminho)
                    .anySatisfy(v -> assertThat(v).contains(caminho.split(" -> ")));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(RegraDeArquitetura.class)
    @DisplayName("aceita o que não proíbe:")
    void aceita_oQueNaoProibe(RegraDeArquitetura regra) throws IOException {
        assertThat(violacoes(regra, permitidos(regra))).as("violações em %s", permitidos(regra)).isEmpty();
    }

    private List<String> violacoes(RegraDeArquitetura regra, List<String> caminhos) throws IOException {
        Path sua = Files.createTempDirectory(pasta, "grafo");
        return regra.regra().evaluate(ClassesInventadas.de(caminhos, sua)).getFailureReport().getDetails();
    }

    private static List<String> proibidos(RegraDeArquitetura regra) {
        return switch (regra) {
            case BANCADA_NAO_CONHECE_QUEM_A_USA -> cada(List.of("curso.bancada.medicao"),
                    List.of("curso.cli.mapa", "curso.painel", "exemplos.aula98_um", "exercicios.aula98_um", "rinha.carga"));
            case BANCADA_SEM_CICLOS -> List.of(
                    "curso.bancada.a.Um -> curso.bancada.b.Dois -> curso.bancada.a.Um",
                    "curso.bancada.a.Um -> curso.bancada.b.Dois -> curso.bancada.c.Tres -> curso.bancada.a.Um");
            case ALUNOS_SO_CONHECEM_A_BANCADA -> cada(AULAS, List.of("curso.cli.mapa", "curso.painel", "curso.auditoria", "rinha.carga"));
            case EXEMPLOS_NAO_CONHECEM_EXERCICIOS -> cada(List.of("exemplos.aula98_um"), List.of("exercicios.aula98_um"));
            case EXERCICIOS_NAO_CONHECEM_EXEMPLOS -> cada(List.of("exercicios.aula98_um"), List.of("exemplos.aula98_um"));
            case EXEMPLOS_DE_CADA_AULA -> cada(List.of("exemplos.aula98_um"), List.of("exemplos.aula99_dois"));
            case EXERCICIOS_DE_CADA_AULA -> cada(List.of("exercicios.aula98_um"), List.of("exercicios.aula99_dois"));
            case CURSO_NAO_IMPORTA_AULAS -> cada(LINHA_DE_COMANDO, List.of("exemplos.aula98_um", "exercicios.aula98_um", "rinha.carga"));
            case RINHA_NAO_CONHECE_O_CURSO -> cada(
                    List.of("rinha.credito", "rinha.pagamentos", "rinha.processador", "rinha.balanceador", "rinha.carga"),
                    List.of("curso.bancada.medicao", "curso.cli.mapa"));
            case PARTES_DA_RINHA -> List.of(
                    "rinha.credito.De -> rinha.balanceador.Para", "rinha.pagamentos.De -> rinha.processador.Para",
                    "rinha.carga.De -> rinha.avaliador.Para", "rinha.avaliador.De -> rinha.credito.Para",
                    "rinha.avaliador.De -> rinha.arena.Para", "rinha.arena.De -> rinha.credito.Para");
        };
    }

    private static List<String> permitidos(RegraDeArquitetura regra) {
        return switch (regra) {
            case BANCADA_NAO_CONHECE_QUEM_A_USA -> List.of("curso.cli.De -> curso.bancada.a.Um -> curso.bancada.b.Dois");
            case BANCADA_SEM_CICLOS -> List.of(
                    "curso.bancada.a.Um -> curso.bancada.b.Dois -> curso.bancada.c.Tres", "curso.bancada.a.Um -> curso.bancada.c.Tres",
                    "curso.bancada.a.Um -> curso.bancada.a.Outra -> curso.bancada.a.Um");
            case ALUNOS_SO_CONHECEM_A_BANCADA, CURSO_NAO_IMPORTA_AULAS, EXEMPLOS_NAO_CONHECEM_EXERCICIOS, EXERCICIOS_NAO_CONHECEM_EXEMPLOS ->
                List.of("exemplos.aula98_um.De -> curso.bancada.a.Um", "exercicios.aula98_um.De -> curso.bancada.a.Um", "curso.cli.De -> curso.bancada.a.Um");
            case EXEMPLOS_DE_CADA_AULA -> List.of("exemplos.aula98_um.De -> exemplos.aula98_um.parte.Para", "exemplos.aula99_dois.De -> curso.bancada.a.Um");
            case EXERCICIOS_DE_CADA_AULA -> List.of("exercicios.aula98_um.De -> exercicios.aula98_um.parte.Para", "exercicios.aula99_dois.De -> curso.bancada.a.Um");
            case RINHA_NAO_CONHECE_O_CURSO -> List.of("rinha.credito.De -> rinha.credito.conta.Para", "rinha.avaliador.De -> curso.bancada.a.Um");
            case PARTES_DA_RINHA -> List.of(
                    "rinha.arena.De -> rinha.avaliador.Um -> rinha.carga.Dois", "rinha.arena.De -> rinha.carga.Dois",
                    "rinha.credito.De -> rinha.credito.conta.Para");
        };
    }

    private static List<String> cada(List<String> de, List<String> para) {
        return de.stream().flatMap(d -> para.stream().map(p -> d + ".De -> " + p + ".Para")).toList();
    }
}
