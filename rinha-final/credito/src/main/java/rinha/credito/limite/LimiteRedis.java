package rinha.credito.limite;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.jedis.Bucket4jJedis;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import rinha.credito.observacao.AvisoEspacado;

/// Um balde de fichas por cliente, no Redis, um só para todas as instâncias.
///
/// Se o Redis não responde, o pedido passa: o limite protege de abuso, e derrubar todos seria abuso maior.
public final class LimiteRedis implements LimiteDeTaxa {
    private static final Logger LOG = LoggerFactory.getLogger(LimiteRedis.class);
    private static final Duration PRAZO = Duration.ofMillis(200);

    private final RedisClient redis;
    private final ProxyManager<byte[]> baldes;
    private final BucketConfiguration configuracao;
    private final AvisoEspacado aviso = new AvisoEspacado(Duration.ofSeconds(1));

    public LimiteRedis(int porSegundo, URI endereco) {
        var cliente = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis((int) PRAZO.toMillis()).socketTimeoutMillis((int) PRAZO.toMillis()).build();
        redis = RedisClient.builder().hostAndPort(new HostAndPort(endereco.getHost(), endereco.getPort())).clientConfig(cliente).build();
        baldes = Bucket4jJedis.casBasedBuilder(redis)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10)))
                .requestTimeout(PRAZO).build();
        configuracao = BucketConfiguration.builder()
                .addLimit(limite -> limite.capacity(porSegundo).refillGreedy(porSegundo, Duration.ofSeconds(1))).build();
    }

    @Override
    public Duration esperaPara(int cliente) {
        try {
            var chave = ("credito:limite:" + cliente).getBytes(StandardCharsets.UTF_8);
            var consumo = baldes.builder().build(chave, () -> configuracao).tryConsumeAndReturnRemaining(1);
            return Duration.ofNanos(consumo.getNanosToWaitForRefill());
        } catch (RuntimeException e) {
            if (aviso.agora()) {
                LOG.warn("O Redis do limite de pedidos não responde; os pedidos passam sem limite até ele voltar", e);
            }
            return Duration.ZERO;
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}
