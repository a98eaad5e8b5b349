package rinha.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("nginx, Dockerfile e Kubernetes: os nomes batem e os limites estão lá")
final class ArquivosDeApoioTest {
    @Test
    @DisplayName("O nginx encaminha exatamente às APIs do compose, na porta em que elas escutam")
    void encaminhaAsApis() {
        var apis = Arquivos.servicos("docker-compose.yml").entrySet().stream().filter(s -> s.getValue().get("image").asText().startsWith("rinha/credito"))
                .map(s -> s.getKey() + ":" + rinha.credito.config.Config.doAmbiente(Arquivos.ambiente(s.getValue())).http().porta()).toList();

        assertThat(achar("nginx.conf", "(?m)^\\s+server (\\S+) ")).containsExactlyInAnyOrderElementsOf(apis);
    }

    @Test
    @DisplayName("O nginx faz o que o balanceador faz: menos conexões, keep-alive, mesmos limites e prazos")
    void seguePadroesDoBalanceador() {
        var padrao = rinha.balanceador.config.Config.de(Map.of());

        assertThat(Arquivos.texto("nginx.conf")).contains("least_conn;", "keepalive " + padrao.limites().conexoesPorServidor() + ";", "proxy_http_version 1.1;",
                "proxy_set_header Connection \"\";", "listen 9999", "client_max_body_size " + padrao.limites().corpo() / (1024 * 1024) + "m;",
                "max_fails=" + padrao.saude().falhasParaTirar(), "proxy_next_upstream_tries " + padrao.tentativas() + ";",
                "proxy_read_timeout " + padrao.prazos().resposta().toSeconds() + "s;", "proxy_connect_timeout " + padrao.prazos().conexao().toSeconds() + "s;");
        assertThat(Arquivos.texto("nginx.conf")).as("um só buffer: a soma dos cabeçalhos tem o mesmo máximo")
                .contains("large_client_header_buffers 1 " + padrao.limites().cabecalho() / 1024 + "k;");
        assertThat(Arquivos.texto("nginx.conf").replaceAll("#.*", "")).doesNotContain("non_idempotent");
    }

    @Test
    @DisplayName("O que um cliente diz de onde vem não chega à API, por nenhum dos dois balanceadores")
    void trocaOEncaminhado() {
        assertThat(achar("nginx.conf", "proxy_set_header (\\S+)")).contains("X-Forwarded-For", "X-Forwarded-Proto", "Forwarded", "X-Forwarded-Host", "X-Real-IP", "Proxy-Authorization");
        assertThat(Arquivos.texto("nginx.conf")).doesNotContain("$proxy_add_x_forwarded_for");
    }

    @Test
    @DisplayName("A conexão guardada com a API expira nos dois balanceadores antes de a API a fechar")
    void expiraAntesDaApi() {
        var api = rinha.credito.config.Config.doAmbiente(Map.of()).http().ocioso();
        var doNginx = Integer.parseInt(achar("nginx.conf", "(?s)upstream credito \\{.*?keepalive_timeout (\\d+)s;").getFirst());

        assertThat(rinha.balanceador.config.Config.de(Map.of()).prazos().ociosoDoServidor()).isLessThan(api);
        assertThat((long) doNginx).isLessThan(api.toSeconds());
    }

    @Test
    @DisplayName("As imagens partem de versões fixas, em vários estágios, e rodam sem root com o cache AOT treinado")
    void constroiImagensSeguras() {
        String dockerfile = Arquivos.texto("Dockerfile");
        var estagios = achar("Dockerfile", "(?m)^FROM \\S+ AS (\\S+)");

        assertThat(achar("Dockerfile", "(?m)^FROM (\\S+)").stream().filter(de -> !estagios.contains(de))).isNotEmpty().allMatch(de -> de.matches("[a-z-]+:25\\.\\d+\\.\\d+_\\d+-j(dk|re)-[a-z]+"));
        assertThat(dockerfile.indexOf("USER 10001")).as("sem root antes dos estágios finais").isBetween(dockerfile.indexOf("AS base"), dockerfile.indexOf("FROM base"));
        assertThat(dockerfile).doesNotContain("USER root", "USER 0");
        for (String programa : List.of("credito", "balanceador")) {
            assertThat(Arquivos.texto("treinar")).contains("-XX:AOTCacheOutput=%1$s.aot @%1$s.args -jar %1$s.jar".formatted(programa));
            assertThat(dockerfile.replaceAll("\\\\\n *", "")).as("sem o código de máquina do cache, que é do processador da construção")
                    .contains("\"-XX:+UnlockDiagnosticVMOptions\", \"-XX:-AOTAdapterCaching\", \"-XX:-AOTStubCaching\", "
                            + "\"-XX:AOTCache=%1$s.aot\", \"@%1$s.args\", \"-jar\", \"%1$s.jar\"".formatted(programa));
        }
    }

    @Test
    @DisplayName("Os estágios que o compose constrói existem no Dockerfile")
    void construiEstagiosQueExistem() {
        var estagios = achar("Dockerfile", "(?m)^FROM \\S+ AS (\\S+)");

        assertThat(Arquivos.servicos("docker-compose.yml").values().stream().filter(s -> s.has("build")).map(s -> s.at("/build/target").asText()))
                .isNotEmpty().allMatch(estagios::contains);
    }

    @Test
    @DisplayName("No Kubernetes, sondas, autoescala e orçamento de interrupção falam da mesma API, que encerra dentro do prazo")
    void combinaOKubernetes() {
        var documentos = Arquivos.documentos("kubernetes/credito.yaml");
        var api = de(documentos, "Deployment");
        var conteiner = api.at("/spec/template/spec/containers/0");
        var rotulo = api.at("/spec/selector/matchLabels");

        assertThat(conteiner.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/ready");
        assertThat(List.of(conteiner.at("/livenessProbe/httpGet/path").asText(), conteiner.at("/startupProbe/httpGet/path").asText())).containsOnly("/health");
        assertThat(de(documentos, "HorizontalPodAutoscaler").at("/spec/scaleTargetRef/name")).isEqualTo(api.at("/metadata/name"));
        assertThat(List.of(de(documentos, "PodDisruptionBudget").at("/spec/selector/matchLabels"), de(documentos, "Service").at("/spec/selector"),
                api.at("/spec/template/metadata/labels"))).containsOnly(rotulo);
        assertThat(de(documentos, "HorizontalPodAutoscaler").at("/spec/minReplicas").asInt()).as("interromper uma não para o serviço")
                .isGreaterThan(de(documentos, "PodDisruptionBudget").at("/spec/minAvailable").asInt());
        assertThat(api.at("/spec/template/spec/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(encerramento(conteiner)).isLessThan(api.at("/spec/template/spec/terminationGracePeriodSeconds").asLong());
    }

    private static long encerramento(JsonNode conteiner) {
        var ambiente = new HashMap<String, String>();
        conteiner.get("env").forEach(v -> ambiente.put(v.get("name").asText(), v.path("value").asText("x")));
        var http = rinha.credito.config.Config.doAmbiente(ambiente).http();
        return http.dreno().plus(http.encerramento()).toSeconds();
    }

    private static JsonNode de(List<JsonNode> documentos, String tipo) {
        return documentos.stream().filter(d -> d.get("kind").asText().equals(tipo)).findFirst().orElseThrow(() -> new AssertionError("falta um " + tipo));
    }

    private static List<String> achar(String arquivo, String padrao) {
        return Pattern.compile(padrao).matcher(Arquivos.texto(arquivo)).results().map(r -> r.group(1)).toList();
    }
}
