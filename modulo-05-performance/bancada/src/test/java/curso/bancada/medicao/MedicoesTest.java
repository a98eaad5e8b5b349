package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Medições de referência")
class MedicoesTest {

    private static final Resultado RESULTADO = ResultadoDeProva.completo();

    @TempDir
    private Path teoria;

    private Medicoes medicoes;

    @BeforeEach
    void escreverTeoria() throws Exception {
        Files.writeString(teoria.resolve("03-pool.md"), "<!-- medicao: conexao-por-requisicao -->\n<!-- fim da medicao -->\n");
        medicoes = new Medicoes(teoria);
    }

    @Test
    @DisplayName("gravar escreve o arquivo, as figuras e o bloco do texto, e então nada diverge")
    void gravaTudo() throws Exception {
        assertThat(medicoes.ler("03")).isEmpty();
        medicoes.gravar("03", List.of(RESULTADO));
        assertThat(medicoes.arquivo("03")).isEqualTo(teoria.resolve("medicoes/03-pool.json")).exists();
        assertThat(medicoes.ler("03")).containsExactly(RESULTADO);
        assertThat(Files.readString(teoria.resolve("03-pool.md"))).contains("**Vazão com 4 clientes**");
        assertThat(Files.readString(teoria.resolve("figuras/medicoes/03-conexao-por-requisicao-1.svg"))).startsWith("<svg");
        assertThat(medicoes.divergencias("03")).isEmpty();
    }

    @Test
    @DisplayName("gravar um resultado substitui o de mesmo nome e conserva os outros, na ordem")
    void conservaOsOutros() throws Exception {
        var outro = comNome("outro", RESULTADO);
        var novo = RESULTADO.produzidoPor("./curso exemplo 03", false);
        medicoes.gravar("03", List.of(RESULTADO, outro));
        medicoes.gravar("03", List.of(novo));
        assertThat(medicoes.ler("03")).containsExactly(novo, outro);
    }

    @Test
    @DisplayName("texto ou figura mexidos à mão aparecem como divergência")
    void achaOQueFoiMexido() throws Exception {
        medicoes.gravar("03", List.of(RESULTADO));
        Files.writeString(teoria.resolve("figuras/medicoes/03-conexao-por-requisicao-1.svg"), "<svg/>");
        Files.delete(teoria.resolve("figuras/medicoes/03-conexao-por-requisicao-2.svg"));
        Files.writeString(teoria.resolve("03-pool.md"), Files.readString(teoria.resolve("03-pool.md")).replace("754", "75"));
        assertThat(medicoes.divergencias("03")).hasSize(3);
        medicoes.aplicar("03");
        assertThat(medicoes.divergencias("03")).isEmpty();
    }

    @Test
    @DisplayName("recusa a execução curta e o resultado de outra aula, e não grava nada")
    void recusaOQueNaoServeDeReferencia() throws Exception {
        assertThatThrownBy(() -> medicoes.gravar("03", List.of(RESULTADO.produzidoPor("x", true))))
                .isInstanceOf(MedicaoInvalida.class).hasMessageContaining("sem --curto");
        Files.writeString(teoria.resolve("05-consultas.md"), "");
        assertThatThrownBy(() -> medicoes.gravar("05", List.of(RESULTADO))).hasMessageContaining("é da aula 03, não da 05");
        assertThat(medicoes.arquivo("03")).doesNotExist();
    }

    @Test
    @DisplayName("sem o texto da aula, a mensagem diz que arquivo falta")
    void dizQueTextoFalta() {
        assertThatThrownBy(() -> medicoes.ler("09")).isInstanceOf(MedicaoInvalida.class).hasMessageContaining("09-SLUG.md");
    }

    private static Resultado comNome(String nome, Resultado r) {
        var ficha = new Ficha(r.ficha().aula(), nome, r.ficha().pergunta(), r.ficha().palpite(), r.ficha().estimativa());
        return new Resultado(ficha, r.maquina(), r.data(), r.comando(), false, r.tabelas(), r.afirmacoes(), r.resposta(), r.notas());
    }
}
