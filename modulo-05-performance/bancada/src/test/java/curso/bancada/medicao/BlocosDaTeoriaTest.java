package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Blocos medidos da teoria")
class BlocosDaTeoriaTest {

    private static final List<Resultado> MEDIDOS = List.of(ResultadoDeProva.completo());
    private static final String TEXTO = """
            # Pool

            <!-- medicao: conexao-por-requisicao -->
            <!-- fim da medicao -->

            Prosa.

            <!-- medicao: ainda-nao-medido -->
            <!-- fim da medicao -->

            ```text
            <!-- medicao: dentro-de-cerca -->
            ```
            """;

    @Test
    @DisplayName("acha os blocos com a linha, fora das cercas")
    void achaBlocos() {
        assertThat(BlocosDaTeoria.de(TEXTO)).containsExactly(
                new BlocosDaTeoria.Bloco("conexao-por-requisicao", 3, ""),
                new BlocosDaTeoria.Bloco("ainda-nao-medido", 8, ""));
    }

    @Test
    @DisplayName("preenche o que foi medido, deixa o resto como está, e preencher de novo não muda nada")
    void preenche() {
        var cheio = BlocosDaTeoria.preencher(TEXTO, MEDIDOS);
        assertThat(cheio).startsWith("# Pool\n\n<!-- medicao: conexao-por-requisicao -->\n\n**Vazão com 4 clientes**\n")
                .contains("`./curso exemplo 03 conexao-por-requisicao`\n\n<!-- fim da medicao -->\n\nProsa.\n")
                .contains("<!-- medicao: ainda-nao-medido -->\n<!-- fim da medicao -->\n");
        assertThat(BlocosDaTeoria.preencher(cheio, MEDIDOS)).isEqualTo(cheio);
        assertThat(BlocosDaTeoria.preencher(TEXTO, List.of())).isEqualTo(TEXTO);
    }

    @Test
    @DisplayName("bloco em dia não diverge; número mexido à mão, bloco sem medição e medição sem bloco, sim")
    void dizDivergencias() {
        var cheio = BlocosDaTeoria.preencher(TEXTO, MEDIDOS);
        assertThat(BlocosDaTeoria.divergencias(cheio, MEDIDOS)).containsExactly(
                linhaDoNaoMedido(cheio) + ": o bloco «ainda-nao-medido» não tem medição de referência");
        assertThat(BlocosDaTeoria.divergencias(cheio.replace("3.602", "9.602"), MEDIDOS))
                .contains("linha 3: o bloco «conexao-por-requisicao» não é o que a medição de referência diz");
        assertThat(BlocosDaTeoria.divergencias("nada", MEDIDOS))
                .containsExactly("a medição «conexao-por-requisicao» não aparece em bloco nenhum");
    }

    @Test
    @DisplayName("recusa bloco que não fecha, fim sem começo e nome repetido")
    void recusaMarcadoresQueNaoCasam() {
        var bloco = "<!-- medicao: a -->\n<!-- fim da medicao -->\n";
        recusa("x\n<!-- medicao: a -->\n", "linha 2: o bloco «a» não fecha");
        recusa("<!-- medicao: a -->\n" + bloco, "linha 1: o bloco «a» não fecha");
        recusa("<!-- fim da medicao -->\n", "linha 1: <!-- fim da medicao --> sem o começo");
        recusa(bloco + bloco, "linha 3: o bloco «a» aparece duas vezes");
    }

    private static String linhaDoNaoMedido(String texto) {
        return "linha " + (texto.lines().toList().indexOf("<!-- medicao: ainda-nao-medido -->") + 1);
    }

    private static void recusa(String texto, String mensagem) {
        assertThatThrownBy(() -> BlocosDaTeoria.de(texto)).as(texto).isInstanceOf(MedicaoInvalida.class).hasMessageStartingWith(mensagem);
    }
}
