package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Resultados em JSON")
class ResultadosEmJsonTest {

    private static final List<Resultado> RESULTADOS = List.of(ResultadoDeProva.completo(), ResultadoDeProva.semResposta());

    @TempDir
    private Path pasta;

    @Test
    @DisplayName("o que se escreve se lê igual, com NaN, acentos e palpite ausente")
    void idaEVolta() {
        var json = ResultadosEmJson.escrever(RESULTADOS);
        assertThat(ResultadosEmJson.ler(json, "teste")).isEqualTo(RESULTADOS);
        assertThat(json).contains("\"PT20S\"", "\"2026-11-21T14:03:59Z\"", "Vazão");
    }

    @Test
    @DisplayName("um resultado recém-medido também vai e volta")
    void idaEVolta_deUmResultadoDeAgora() {
        var agora = Resultado.de(ResultadoDeProva.FICHA).tabela(ResultadoDeProva.completo().tabelas().getFirst())
                .afirmar("Contagem", false, "3 de 4").respostaDoPalpite(2, "vezes").nota("Olhe a cauda.").pronto();
        assertThat(ResultadosEmJson.ler(ResultadosEmJson.escrever(List.of(agora)), "teste")).containsExactly(agora);
        assertThat(agora.maquina().nucleos()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(agora.comando()).isEqualTo("./curso exemplo 03 conexao-por-requisicao");
    }

    @Test
    @DisplayName("gravar cria a pasta, substitui o arquivo inteiro e não deixa sobras")
    void gravaDeUmaVez() throws Exception {
        var arquivo = pasta.resolve("medicoes/03-pool.json");
        ResultadosEmJson.gravar(arquivo, RESULTADOS);
        ResultadosEmJson.gravar(arquivo, RESULTADOS.subList(0, 1));
        assertThat(ResultadosEmJson.ler(arquivo)).isEqualTo(RESULTADOS.subList(0, 1));
        assertThat(Files.list(arquivo.getParent())).containsExactly(arquivo);
    }

    @Test
    @DisplayName("arquivo partido ao meio: a mensagem diz o arquivo, a linha e o que fazer")
    void mensagemDoArquivoPartido() throws Exception {
        var arquivo = pasta.resolve("03-pool.json");
        var json = ResultadosEmJson.escrever(RESULTADOS);
        Files.writeString(arquivo, json.substring(0, json.length() / 2));
        assertThatThrownBy(() -> ResultadosEmJson.ler(arquivo)).isInstanceOf(MedicaoInvalida.class)
                .hasMessageContaining("03-pool.json não é uma lista de resultados (linha ").hasMessageContaining("git checkout");
    }

    @Test
    @DisplayName("JSON bem formado que quebra uma regra do modelo também é recusado, com a regra")
    void mensagemDaRegraQuebrada() {
        var json = ResultadosEmJson.escrever(RESULTADOS);
        assertThatThrownBy(() -> ResultadosEmJson.ler(json.replaceFirst("\"aula\" : \"03\"", "\"aula\" : \"três\""), "x.json"))
                .isInstanceOf(MedicaoInvalida.class).hasMessageContaining("são dois algarismos");
        assertThatThrownBy(() -> ResultadosEmJson.ler(json.replaceFirst("2026-11-21T14:03:59Z", "ontem"), "x.json"))
                .isInstanceOf(MedicaoInvalida.class).hasMessageContaining("ISO-8601");
        assertThatThrownBy(() -> ResultadosEmJson.ler(json.replaceFirst("\"curto\" : false", "\"curta\" : false"), "x.json"))
                .isInstanceOf(MedicaoInvalida.class).hasMessageContaining("curto");
    }

    @Test
    @DisplayName("arquivo que não existe: a mensagem diz de onde ele nasce")
    void mensagemDoArquivoQueFalta() {
        assertThatThrownBy(() -> ResultadosEmJson.ler(pasta.resolve("nada.json")))
                .isInstanceOf(MedicaoInvalida.class).hasMessageContaining("nada.json não existe").hasMessageContaining("./curso medir");
    }
}
