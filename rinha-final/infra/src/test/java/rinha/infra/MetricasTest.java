package rinha.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.metrics.PoolStats;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Painel e alertas: cada métrica existe de verdade")
final class MetricasTest {
    private static final Pattern NOME = Pattern.compile("\\b(?:http|credito|hikaricp|balanceador|process|jvm|system)_[a-z_]+");

    @Test
    @DisplayName("Cada métrica do painel e dos alertas é publicada pela API ou pelo balanceador")
    void usaSoMetricasQueExistem() {
        var publicadas = publicadas();
        var painel = usadas(Arquivos.json("grafana/paineis/rinha.json").findValuesAsText("expr"));
        var alertas = usadas(Arquivos.um("prometheus/alertas.yml").findValuesAsText("expr"));

        assertThat(painel).hasSizeGreaterThan(10).isSubsetOf(publicadas);
        assertThat(alertas).hasSizeGreaterThan(2).isSubsetOf(publicadas);
    }

    @Test
    @DisplayName("O histograma da API tem a faixa de 250 ms, em que a Rinha multa")
    void temAFaixaDaMulta() {
        assertThat(textoDaApi()).contains("le=\"0.25\"");
    }

    @Test
    @DisplayName("O Prometheus colhe das APIs do compose, e o Grafana sabe onde está o Prometheus e o painel")
    void colheDeQuemExiste() {
        var servicos = Arquivos.servicos("docker-compose.yml").keySet();
        var grafana = Arquivos.servicos("docker-compose.observabilidade.yml").get("grafana");
        var alvos = Arquivos.um("prometheus/prometheus.yml").get("scrape_configs").valueStream().filter(j -> j.get("job_name").asText().equals("credito"))
                .flatMap(j -> j.at("/static_configs/0/targets").valueStream()).map(a -> a.asText().split(":")[0]).toList();

        assertThat(alvos).hasSize(2).isSubsetOf(servicos);
        assertThat(Arquivos.um("grafana/provisioning/datasources/prometheus.yml").at("/datasources/0/uid").asText())
                .isEqualTo(Arquivos.json("grafana/paineis/rinha.json").at("/panels/0/datasource/uid").asText());
        assertThat(grafana.get("volumes").valueStream().map(v -> v.asText().split(":")[1]))
                .contains(Arquivos.um("grafana/provisioning/dashboards/rinha.yml").at("/providers/0/options/path").asText());
    }

    private static Set<String> usadas(List<String> expressoes) {
        return expressoes.stream().flatMap(e -> NOME.matcher(e).results().map(r -> r.group())).collect(Collectors.toSet());
    }

    private static Set<String> publicadas() {
        var grupo = new rinha.balanceador.servidor.Grupo(rinha.balanceador.config.Config.de(Map.of()), () -> 0, (_, _) -> {});
        try (var balanceador = new rinha.balanceador.admin.Metricas(grupo.todos(), new AtomicInteger())) {
            return Stream.of(balanceador.texto(), textoDaApi()).flatMap(t -> Arrays.stream(t.split("\n"))).filter(l -> !l.startsWith("#"))
                    .map(l -> l.split("[{ ]")[0]).collect(Collectors.toCollection(HashSet::new));
        }
    }

    private static String textoDaApi() {
        try (var metricas = new rinha.credito.observacao.Metricas()) {
            metricas.rota("POST", "/clientes/{id}/transacoes").registrar(200, 1);
            metricas.tamanhoDosLotes().accept(1);
            metricas.transacoesEmCurso(() -> 0);
            var pool = metricas.doPool().create("credito", new SemPool());
            String texto = metricas.texto();
            pool.close();
            return texto;
        }
    }

    /// O HikariCP registra as métricas quando o pool nasce; aqui basta que elas existam.
    private static final class SemPool extends PoolStats {
        SemPool() {
            super(1_000);
        }

        @Override
        protected void update() {}
    }
}
