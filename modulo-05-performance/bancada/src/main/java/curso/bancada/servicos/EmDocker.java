package curso.bancada.servicos;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/// Os serviços em contêineres, quando pedidos com `CURSO_SERVICOS=docker`; se morrermos, recolhê-los fica com o Ryuk do Testcontainers.
final class EmDocker {
    private static final String CONTA = "curso";
    private static final String POSTGRES = "postgres:18-alpine";
    private static final String REDIS = "redis:7-alpine";
    private static final String RABBITMQ = "rabbitmq:4-alpine";

    private final PartidaDeConteiner partida;

    EmDocker(Consumer<String> aviso) {
        this.partida = new PartidaDeConteiner(aviso);
    }

    @SuppressWarnings("resource") // quem fecha é o ServidorPostgres
    ServidorPostgres postgres() {
        var conteiner = new GenericContainer<>(POSTGRES).withExposedPorts(5432)
                .withEnv("POSTGRES_USER", CONTA).withEnv("POSTGRES_PASSWORD", CONTA).withEnv("POSTGRES_DB", "postgres")
                .withCommand("postgres", "-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "full_page_writes=on", "-c", "max_connections=100")
                // A imagem inicia o servidor duas vezes: a primeira é só para criar a conta.
                .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*\\s", 2));
        return servidor(POSTGRES, conteiner, () -> {
            var endereco = new EnderecoDoPostgres(conteiner.getHost(), conteiner.getMappedPort(5432), "postgres", CONTA, CONTA, "");
            Durabilidade.exigir(endereco);
            return new ServidorPostgres(Origem.DOCKER, endereco, () -> partida.parar(POSTGRES, conteiner));
        });
    }

    @SuppressWarnings("resource") // quem fecha é o ServidorRedis
    ServidorRedis redis() {
        var conteiner = new GenericContainer<>(REDIS).withExposedPorts(6379).withCommand("redis-server", "--save", "", "--appendonly", "no");
        return servidor(REDIS, conteiner, () -> new ServidorRedis(Origem.DOCKER, conteiner.getHost(), conteiner.getMappedPort(6379), () -> partida.parar(REDIS, conteiner)));
    }

    @SuppressWarnings("resource") // quem fecha é o ServidorAmqp
    ServidorAmqp mensageria() {
        var conteiner = new GenericContainer<>(RABBITMQ).withExposedPorts(5672)
                .withEnv("RABBITMQ_DEFAULT_USER", CONTA).withEnv("RABBITMQ_DEFAULT_PASS", CONTA)
                .waitingFor(Wait.forLogMessage(".*Server startup complete.*", 1));
        return servidor(RABBITMQ, conteiner, () -> new ServidorAmqp(Origem.DOCKER,
                "amqp://%s:%s@%s:%d".formatted(CONTA, CONTA, conteiner.getHost(), conteiner.getMappedPort(5672)), () -> partida.parar(RABBITMQ, conteiner)));
    }

    /// Um contêiner que iniciou mas não serve não fica para trás.
    private <S> S servidor(String imagem, GenericContainer<?> conteiner, Supplier<S> ligar) {
        partida.iniciar(imagem, conteiner);
        try {
            return ligar.get();
        } catch (RuntimeException e) {
            partida.parar(imagem, conteiner);
            throw e;
        }
    }
}
