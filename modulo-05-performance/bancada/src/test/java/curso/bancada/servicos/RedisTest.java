package curso.bancada.servicos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.RedisClient;

@Timeout(60)
class RedisTest {
    private final Redis redis = ServicosDoTeste.abertos().redis();

    @Test
    @DisplayName("Guarda, devolve e limpa, num Redis de verdade e sem persistência")
    void limpa_quandoEmbutido() {
        try (var cliente = RedisClient.builder().hostAndPort(redis.host(), redis.porta()).build()) {
            cliente.set("chave", "valor");
            assertThat(cliente.get("chave")).isEqualTo("valor");
            assertThat(cliente.info("persistence")).contains("aof_enabled:0", "rdb_saves:0");
            redis.limpar();
            assertThat(cliente.dbSize()).isZero();
        }
    }

    @Test
    @DisplayName("Por endereço, usa o mesmo servidor, não o encerra e se recusa a limpá-lo")
    void naoLimpaNemEncerra_quandoPorEndereco() {
        String url = "redis://" + redis.host() + ":" + redis.porta();
        try (Servicos outros = Servicos.abrir(Map.of("CURSO_REDIS_URL", url), aviso -> {})) {
            Redis deFora = outros.redis();
            assertThat(deFora.origem()).isEqualTo(Origem.ENDERECO);
            assertThat(deFora.porta()).isEqualTo(redis.porta());
            assertThatThrownBy(deFora::limpar).isInstanceOf(FalhaDeServico.class).hasMessageContaining("apagaria todas as chaves");
        }
        assertThat(redis.vivo()).isTrue();
    }

    @Test
    @DisplayName("Um endereço que ninguém atende, ou com senha, é recusado com o próximo passo")
    void recusa_quandoEnderecoNaoServe() {
        for (String url : new String[] {"redis://127.0.0.1:" + Rede.portaLivre(), "redis://:segredo@127.0.0.1:6379", "http://127.0.0.1"}) {
            try (Servicos servicos = Servicos.abrir(Map.of("CURSO_REDIS_URL", url), aviso -> {})) {
                assertThatThrownBy(servicos::redis).isInstanceOf(FalhaDeServico.class)
                        .hasMessageContainingAll("CURSO_REDIS_URL", "Próximo passo").hasMessageNotContaining("segredo");
            }
        }
    }
}
