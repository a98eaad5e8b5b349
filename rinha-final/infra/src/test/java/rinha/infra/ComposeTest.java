package rinha.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rinha.credito.config.Config;

@DisplayName("Compose: o formato e o orçamento da Rinha")
final class ComposeTest {
    private static final String CONCURSO = "docker-compose.yml";

    private final Map<String, JsonNode> servicos = Arquivos.servicos(CONCURSO);

    @Test
    @DisplayName("Os limites de todos os serviços somam exatamente 1,5 CPU e 550 MB")
    void somaOOrcamento() {
        var limites = servicos.values().stream().map(s -> s.at("/deploy/resources/limits")).toList();

        assertThat(limites).allSatisfy(l -> assertThat(l.isMissingNode()).as("serviço sem limite").isFalse());
        assertThat(limites.stream().map(l -> new BigDecimal(l.get("cpus").asText())).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("1.5");
        assertThat(limites.stream().mapToInt(l -> megabytes(l.get("memory").asText())).sum()).isEqualTo(550);
    }

    private static int megabytes(String texto) {
        assertThat(texto).matches("\\d+MB");
        return Integer.parseInt(texto.replace("MB", ""));
    }

    @Test
    @DisplayName("Uma porta só para fora, a 9999, no balanceador; rede bridge; duas APIs; PostgreSQL 18")
    void temAArquiteturaPedida() {
        assertThat(servicos.values().stream().flatMap(s -> textos(s.path("ports")))).containsExactly("9999:9999");
        assertThat(servicos.get("nginx").has("ports")).isTrue();
        assertThat(Arquivos.um(CONCURSO).at("/networks/rinha/driver").asText()).isEqualTo("bridge");
        assertThat(servicos.values()).allSatisfy(s -> assertThat(textos(s.path("networks"))).containsExactly("rinha"));
        assertThat(servicos.values().stream().filter(s -> s.get("image").asText().startsWith("rinha/credito:"))).hasSize(2);
        assertThat(servicos.get("db").get("image").asText()).startsWith("postgres:18.");
    }

    @Test
    @DisplayName("O PostgreSQL fica durável: ninguém desliga fsync, synchronous_commit nem full_page_writes")
    void ficaDuravel() {
        assertThat(servicos.get("db").get("command").asText()).doesNotContain("fsync", "synchronous_commit", "full_page_writes");
    }

    @Test
    @DisplayName("Quem cai volta: nenhum serviço fica parado depois de uma falha")
    void voltaQuemCai() {
        assertThat(servicos.values()).allSatisfy(s -> assertThat(s.path("restart").asText()).isEqualTo("unless-stopped"));
    }

    @Test
    @DisplayName("As conexões de todas as APIs cabem no PostgreSQL")
    void cabemAsConexoes() {
        var apis = servicos.values().stream().filter(s -> s.get("image").asText().startsWith("rinha/credito:")).toList();
        int pedidas = apis.stream().mapToInt(s -> Config.doAmbiente(Arquivos.ambiente(s)).banco().pool()).sum();
        String maximas = servicos.get("db").get("command").asText().replaceAll("(?s).*max_connections=(\\d+).*", "$1");

        // Três ficam reservadas ao superusuário, e o escritor do lote usa uma por instância.
        assertThat(pedidas + apis.size() + 3).isLessThanOrEqualTo(Integer.parseInt(maximas));
    }

    @ParameterizedTest
    @ValueSource(strings = {CONCURSO, "docker-compose.observabilidade.yml", "swarm/stack.yml"})
    @DisplayName("Cada imagem tem versão fixa")
    void fixaAsImagens(String arquivo) {
        assertThat(Arquivos.servicos(arquivo).values()).allSatisfy(s -> assertThat(s.get("image").asText()).matches("(\\$\\{REGISTRO:-rinha})?[a-z/]+:v?\\d+\\.\\d+(\\.\\d+)?(-[a-z0-9]+)?"));
    }

    @Test
    @DisplayName("Quem depende de um serviço depende de um que existe; as pastas montadas existem")
    void referenciaOQueExiste() {
        assertThat(servicos.values().stream().flatMap(s -> s.path("depends_on").propertyStream().map(Map.Entry::getKey))).isNotEmpty().isSubsetOf(servicos.keySet());
        assertThat(Stream.of(CONCURSO, "docker-compose.observabilidade.yml").flatMap(a -> Arquivos.servicos(a).values().stream())
                .flatMap(s -> textos(s.path("volumes"))).map(v -> v.substring(0, v.indexOf(':'))))
                .allSatisfy(origem -> assertThat(Path.of(origem)).exists());
    }

    @Test
    @DisplayName("Quem espera um serviço saudável espera um que tem como dizer se está")
    void esperaQuemSabeDizer() {
        var esperados = servicos.values().stream().flatMap(s -> s.path("depends_on").propertyStream())
                .filter(d -> d.getValue().get("condition").asText().equals("service_healthy")).map(d -> servicos.get(d.getKey())).toList();

        assertThat(esperados).isNotEmpty().allSatisfy(s -> assertThat(s.at("/healthcheck/test").isArray()).isTrue());
        assertThat(servicos.get("db").at("/healthcheck/test").toString()).as("o servidor que só cria a conta não atende por TCP").contains("\"-h\",\"127.0.0.1\"");
    }

    @Test
    @DisplayName("No Swarm, a instância nova que entra antes de a velha sair tem uma sonda que diz quando ela atende")
    void trocaSoPorQuemJaAtende() {
        var trocados = Arquivos.servicos("swarm/stack.yml").values().stream().filter(s -> s.at("/deploy/update_config/order").asText().equals("start-first")).toList();

        assertThat(trocados).hasSize(4).allSatisfy(s -> assertThat(s.at("/healthcheck/test").toString()).contains("/ready"));
    }

    @Test
    @DisplayName("As APIs e o nginx rodam com o disco só de leitura, sem privilégios e, onde a imagem não cuida disso, sem root")
    void endureceOsConteineres() {
        assertThat(servicos.entrySet().stream().filter(s -> !s.getKey().equals("db")).map(Map.Entry::getValue)).allSatisfy(s -> {
            assertThat(s.path("read_only").asBoolean()).isTrue();
            assertThat(textos(s.path("cap_drop"))).containsExactly("ALL");
            assertThat(textos(s.path("security_opt"))).contains("no-new-privileges:true");
        });
        assertThat(servicos.get("nginx").path("user").asText()).isNotEmpty().doesNotStartWith("0");
    }

    private static Stream<String> textos(JsonNode lista) {
        return lista.valueStream().map(JsonNode::asText);
    }
}
