package rinha.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Variáveis: cada uma existe, está documentada e tem valor que o programa aceita")
final class VariaveisTest {
    private static final String SENHA_DE_TESTE = "senha";
    private static final Path SEGREDO = Path.of("target/rinha_senha");

    static Stream<Arguments> ambientes() {
        var compose = Stream.of("docker-compose.yml", "swarm/stack.yml").flatMap(arquivo -> Arquivos.servicos(arquivo).entrySet().stream()
                .map(s -> Arguments.of(arquivo + " " + s.getKey(), s.getValue().get("image").asText().replace("${REGISTRO:-rinha}", "rinha"), doCompose(s.getValue()))));
        var kubernetes = Arquivos.documentos("kubernetes/credito.yaml").stream().flatMap(d -> d.at("/spec/template/spec/containers").valueStream())
                .map(c -> Arguments.of("kubernetes " + c.get("name").asText(), c.get("image").asText(), doKubernetes(c)));
        return Stream.concat(compose, kubernetes).filter(a -> ((String) a.get()[1]).startsWith("rinha/"));
    }

    /// O segredo do Docker só existe no contêiner.
    private static Map<String, String> doCompose(JsonNode servico) {
        var ambiente = Arquivos.ambiente(servico);
        ambiente.computeIfPresent("CREDITO_POSTGRES_SENHA_ARQUIVO", (_, arquivo) -> {
            String segredo = servico.get("secrets").get(0).asText();
            assertThat(arquivo).isEqualTo("/run/secrets/" + segredo);
            return SEGREDO.toString();
        });
        return ambiente;
    }

    @BeforeAll
    static void criarOSegredo() throws IOException {
        Files.writeString(SEGREDO, SENHA_DE_TESTE);
    }

    private static Map<String, String> doKubernetes(JsonNode conteiner) {
        var ambiente = new LinkedHashMap<String, String>();
        conteiner.get("env").forEach(v -> ambiente.put(v.get("name").asText(), v.has("value") ? v.get("value").asText() : SENHA_DE_TESTE));
        return ambiente;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ambientes")
    @DisplayName("A Config do próprio programa aceita o que o arquivo lhe dá")
    void aceitaOAmbiente(String onde, String imagem, Map<String, String> ambiente) {
        switch (imagem) {
            case "rinha/credito:1.0" -> {
                assertThat(ambiente.keySet()).as(onde).isNotEmpty().allMatch(v -> v.startsWith("CREDITO_"));
                assertThat(rinha.credito.config.Config.doAmbiente(ambiente).http().endereco()).as("num contêiner, escuta em todos os endereços").isEqualTo("0.0.0.0");
                assertThat(rinha.credito.config.Config.doAmbiente(ambiente).banco().postgresUrl()).startsWith("jdbc:postgresql://");
            }
            case "rinha/balanceador:1.0" -> {
                assertThat(ambiente.keySet()).as(onde).isNotEmpty().allMatch(v -> v.startsWith("BALANCEADOR_"));
                assertThat(rinha.balanceador.config.Config.de(ambiente).escuta().endereco()).as("num contêiner, escuta em todos os endereços").isEqualTo("0.0.0.0");
            }
            default -> throw new AssertionError("imagem que este teste não conhece: " + imagem);
        }
    }

    @Test
    @DisplayName("Nenhum arquivo escapou: há as duas APIs do compose, as três do Swarm, o balanceador e o Kubernetes")
    void leTodosOsAmbientes() {
        assertThat(ambientes()).hasSize(7);
    }

    @Test
    @DisplayName("Cada variável que um programa lê está na tabela do README dele")
    void documentaCadaVariavel() {
        String credito = Arquivos.texto("../credito/README.md");
        String balanceador = Arquivos.texto("../balanceador/README.md");

        assertThat(Arrays.stream(rinha.credito.config.Variavel.values()).map(v -> v.nome())).allSatisfy(v -> assertThat(credito).contains("| `" + v + "` |"));
        assertThat(Arrays.stream(rinha.balanceador.config.Variavel.values()).map(v -> v.nome())).allSatisfy(v -> assertThat(balanceador).contains("| `" + v + "` |"));
    }

    @Test
    @DisplayName("Os corpos que o balanceador guarda cabem, com folga de duas vezes, na memória direta que a JVM dele tem")
    void guardaSoOsCorposQueCabem() {
        String direta = Arquivos.texto("jvm/balanceador.args").replaceAll("(?s).*MaxDirectMemorySize=(\\d+)m.*", "$1");
        var config = rinha.balanceador.config.Config.de(Map.of());

        // Um buffer que cresce dobra de tamanho: no pior caso, metade dele está vazia.
        assertThat(2L * config.limites().corposEmMemoria() * config.lacos()).isLessThanOrEqualTo(Integer.parseInt(direta) << 20);
    }

    @Test
    @DisplayName("No Swarm, o balanceador atende exatamente as APIs que existem")
    void encaminhaAsApisQueExistem() {
        var servicos = Arquivos.servicos("swarm/stack.yml");
        var apis = servicos.entrySet().stream().filter(s -> s.getValue().get("image").asText().endsWith("/credito:1.0")).map(s -> s.getKey() + ":8080").toList();

        assertThat(Arquivos.ambiente(servicos.get("balanceador")).get("BALANCEADOR_SERVIDORES").split(",")).containsExactlyInAnyOrderElementsOf(apis);
    }
}
