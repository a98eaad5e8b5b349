package curso.bancada.servicos;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Os serviços reais do curso; nada inicia até ser pedido, e nada sobrevive a `close()` ou à morte deste processo.
///
/// De onde vem cada um: do endereço em `CURSO_POSTGRES_URL`, `CURSO_REDIS_URL` ou `CURSO_AMQP_URL`; senão, com
/// `CURSO_SERVICOS=docker`, de um contêiner; senão, do binário que veio pelo Maven. Pode ser usado por várias threads.
/// Um serviço que morreu é trocado por um novo, vazio, na próxima vez em que for pedido.
public final class Servicos implements AutoCloseable {
    private final Vaga<ServidorPostgres> postgres;
    private final Vaga<ServidorRedis> redis;
    private final Vaga<ServidorAmqp> mensageria;

    private Servicos(Map<String, String> ambiente, Consumer<String> aviso, CustoDeEntrar custo) {
        boolean docker = pediuDocker(ambiente);
        var emDocker = new EmDocker(aviso);
        var cache = new CachePreguicoso(() -> Cache.doAmbiente(ambiente, aviso));
        this.postgres = new Vaga<>(escolher(ambiente, "CURSO_POSTGRES_URL", url -> PostgresPorEndereco.ligar(url, aviso),
                docker, emDocker::postgres, () -> PostgresEmbutido.iniciar(cache.obter(), custo)));
        this.redis = new Vaga<>(escolher(ambiente, "CURSO_REDIS_URL", ServidorRedis::ligar,
                docker, emDocker::redis, () -> RedisEmbutido.iniciar(cache.obter())));
        this.mensageria = new Vaga<>(escolher(ambiente, "CURSO_AMQP_URL", ServidorAmqp::ligar,
                docker, emDocker::mensageria, () -> BrokerEmbutido.iniciar(cache.obter())));
    }

    /// Lê do ambiente de onde vem cada serviço; não inicia nenhum.
    public static Servicos abrir() {
        return abrir(System.getenv(), System.err::println);
    }

    /// Como [#abrir()], para quem abre muitas conexões e não mede quanto custa abri-las ([CustoDeEntrar#MINIMO]).
    public static Servicos paraTestes() {
        return new Servicos(System.getenv(), System.err::println, CustoDeEntrar.MINIMO);
    }

    static Servicos abrir(Map<String, String> ambiente, Consumer<String> aviso) {
        return new Servicos(Map.copyOf(ambiente), aviso, CustoDeEntrar.DE_FABRICA);
    }

    /// O PostgreSQL, iniciado na primeira chamada.
    public Postgres postgres() {
        return postgres.obter();
    }

    /// O Redis, iniciado na primeira chamada.
    public Redis redis() {
        return redis.obter();
    }

    /// O broker AMQP, iniciado na primeira chamada.
    public Mensageria mensageria() {
        return mensageria.obter();
    }

    @Override
    public void close() {
        List.of(postgres, redis, mensageria).forEach(Vaga::fechar);
    }

    private static <S> Supplier<S> escolher(Map<String, String> ambiente, String variavel, Function<String, S> porEndereco,
            boolean docker, Supplier<S> emDocker, Supplier<S> embutido) {
        String endereco = ambiente.getOrDefault(variavel, "");
        if (!endereco.isBlank()) {
            return () -> porEndereco.apply(endereco.strip());
        }
        return docker ? emDocker : embutido;
    }

    private static boolean pediuDocker(Map<String, String> ambiente) {
        String pedido = ambiente.getOrDefault("CURSO_SERVICOS", "").strip();
        if (!pedido.isEmpty() && !pedido.equals("docker") && !pedido.equals("embutido")) {
            throw new FalhaDeServico("Veio CURSO_SERVICOS=" + pedido, "os valores aceitos são «docker» e «embutido» (o padrão)",
                    "corrija a variável ou apague-a");
        }
        return pedido.equals("docker");
    }

    /// O cache só é tocado quando um serviço embutido precisa dele, e uma vez só: o aviso não se repete.
    private static final class CachePreguicoso {
        private final Supplier<Cache> abrir;
        private Cache cache;

        CachePreguicoso(Supplier<Cache> abrir) {
            this.abrir = abrir;
        }

        synchronized Cache obter() {
            if (cache == null) {
                cache = abrir.get();
            }
            return cache;
        }
    }
}
