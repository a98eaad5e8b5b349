package curso.bancada.servicos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import redis.clients.jedis.RedisClient;

/// Só onde há Docker e alguém o pediu: `CURSO_SERVICOS=docker ./mvnw -pl :bancada test -Dtest=EmDockerTest`.
@Timeout(600)
@EnabledIfEnvironmentVariable(named = "CURSO_SERVICOS", matches = "docker")
class EmDockerTest {
    @Test
    @DisplayName("Os três serviços abrem em contêineres, e o PostgreSQL é durável")
    void abre_quandoPedidoDocker() throws Exception {
        try (Servicos servicos = Servicos.abrir()) {
            assertThat(servicos.postgres().origem()).isEqualTo(Origem.DOCKER);
            try (Banco banco = servicos.postgres().novoBanco()) {
                assertThat(banco.numero("select count(*) from pg_settings where name in ('fsync', 'synchronous_commit') and setting = 'on'")).isEqualTo(2);
            }
            Redis redis = servicos.redis();
            try (var cliente = RedisClient.builder().hostAndPort(redis.host(), redis.porta()).build()) {
                assertThat(cliente.ping()).isEqualTo("PONG");
            }
            servicos.mensageria().fabrica().newConnection().close();
        }
    }
}
