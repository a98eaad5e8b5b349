package rinha.credito.limite;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.jedis.Bucket4jJedis;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.ConnectionPoolConfig;
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
    private static final int CONEXOES = 8;

    /// Nunca mais pedidos que conexões: um pool esgotado do commons-pool2 faz quem espera girar em vez de dormir, e threads
    /// virtuais girando ocupam todos os processadores de que as donas das conexões precisam para as devolver.
    private final Semaphore vagas = new Semaphore(CONEXOES);
    private final Duration prazo;
    private final RedisClient redis;
    private final ProxyManager<byte[]> baldes;
    private final BucketConfiguration configuracao;
    private final AvisoEspacado aviso = new AvisoEspacado(Duration.ofSeconds(1));

    public LimiteRedis(int porSegundo, URI endereco) {
        this(porSegundo, endereco, PRAZO);
    }

    LimiteRedis(int porSegundo, URI endereco, Duration prazo) {
        this.prazo = prazo;
        var cliente = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis((int) prazo.toMillis()).socketTimeoutMillis((int) prazo.toMillis()).build();
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONEXOES);
        pool.setMaxIdle(CONEXOES);
        pool.setMaxWait(prazo);
        redis = RedisClient.builder().hostAndPort(new HostAndPort(endereco.getHost(), endereco.getPort())).clientConfig(cliente).poolConfig(pool).build();
        baldes = Bucket4jJedis.casBasedBuilder(redis)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10)))
                .requestTimeout(prazo).build();
        configuracao = BucketConfiguration.builder()
                .addLimit(limite -> limite.capacity(porSegundo).refillGreedy(porSegundo, Duration.ofSeconds(1))).build();
    }

    @Override
    public Duration esperaPara(int cliente) {
        try {
            if (!vagas.tryAcquire(prazo.toMillis(), TimeUnit.MILLISECONDS)) {
                return deixarPassar("as " + CONEXOES + " conexões estão todas esperando por ele");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Duration.ZERO;
        }
        try {
            return consumir(cliente);
        } catch (RuntimeException e) {
            return deixarPassar(e.toString());
        } finally {
            vagas.release();
        }
    }

    private Duration consumir(int cliente) {
        var chave = ("credito:limite:" + cliente).getBytes(StandardCharsets.UTF_8);
        var consumo = baldes.builder().build(chave, () -> configuracao).tryConsumeAndReturnRemaining(1);
        return Duration.ofNanos(consumo.getNanosToWaitForRefill());
    }

    private Duration deixarPassar(String motivo) {
        if (aviso.agora()) {
            LOG.warn("O Redis do limite de pedidos não responde; os pedidos passam sem limite até ele voltar: {}", motivo);
        }
        return Duration.ZERO;
    }

    @Override
    public void close() {
        redis.close();
    }
}
