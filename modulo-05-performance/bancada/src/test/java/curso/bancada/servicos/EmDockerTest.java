package curso.bancada.servicos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.testcontainers.DockerClientFactory;
import redis.clients.jedis.RedisClient;

/// Só onde há Docker e alguém o pediu: `CURSO_SERVICOS=docker ./mvnw -pl :bancada test -Dtest=EmDockerTest`.
@Timeout(600)
@EnabledIfEnvironmentVariable(named = "CURSO_SERVICOS", matches = "docker")
class EmDockerTest {
    private static final Map<String, String> AMBIENTE = Map.of("CURSO_SERVICOS", "docker");

    private final List<String> avisos = new ArrayList<>();

    @Test
    @DisplayName("Os três serviços abrem em contêineres, o PostgreSQL é durável, e fechar remove todos")
    void abreERemove_quandoPedidoDocker() throws Exception {
        try (Servicos servicos = Servicos.abrir(AMBIENTE, avisos::add)) {
            assertThat(servicos.postgres().origem()).isEqualTo(Origem.DOCKER);
            try (Banco banco = servicos.postgres().novoBanco()) {
                assertThat(banco.numero("""
                        select count(*) from pg_settings
                        where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'on'""")).isEqualTo(3);
            }
            Redis redis = servicos.redis();
            try (var cliente = RedisClient.builder().hostAndPort(redis.host(), redis.porta()).build()) {
                assertThat(cliente.ping()).isEqualTo("PONG");
            }
            servicos.mensageria().fabrica().newConnection().close();
            assertThat(conteineres()).hasSize(3);
        }
        assertThat(conteineres()).isEmpty();
    }

    @Test
    @DisplayName("Um contêiner removido por fora é trocado por outro na próxima vez")
    void trocaOConteinerQueMorreu() {
        try (Servicos servicos = Servicos.abrir(AMBIENTE, avisos::add)) {
            int antes = servicos.redis().porta();
            conteineres().forEach(id -> DockerClientFactory.lazyClient().removeContainerCmd(id).withForce(true).exec());

            assertThat(servicos.redis().porta()).isNotEqualTo(antes);
            assertThat(conteineres()).hasSize(1);
        }
    }

    @Test
    @DisplayName("Uma imagem que não existe diz qual, por quê e o que fazer")
    void explica_quandoAImagemNaoVem() {
        var imagem = new ImagemDeConteiner("curso-imagem-que-nao-existe:1");

        assertThatThrownBy(() -> imagem.garantir(DockerClientFactory.instance().client(), avisos::add)).isInstanceOf(FalhaDeServico.class)
                .hasMessageContainingAll("curso-imagem-que-nao-existe:1", "não pôde ser baixada", "apague CURSO_SERVICOS");
        assertThat(avisos).hasSize(1).allMatch(a -> a.startsWith("Baixando"));
    }

    /// Os desta execução, sem o Ryuk, que sai sozinho depois de nós.
    private static List<String> conteineres() {
        return DockerClientFactory.lazyClient().listContainersCmd().withShowAll(true)
                .withLabelFilter(Map.of(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, DockerClientFactory.SESSION_ID)).exec().stream()
                .filter(c -> !c.getImage().startsWith("testcontainers/")).map(c -> c.getId()).toList();
    }
}
