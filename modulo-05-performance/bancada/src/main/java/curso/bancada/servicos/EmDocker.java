package curso.bancada.servicos;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/// Os serviços em contêineres, quando pedidos com `CURSO_SERVICOS=docker`; o Ryuk do Testcontainers os recolhe se morrermos.
final class EmDocker {
    /// Sem registro alcançável, baixar uma imagem pode pendurar por muitos minutos.
    private static final Duration PRAZO = Duration.ofMinutes(3);
    private static final String CONTA = "curso";

    private EmDocker() {}

    static ServidorPostgres postgres() {
        var conteiner = new GenericContainer<>("postgres:18-alpine").withExposedPorts(5432)
                .withEnv("POSTGRES_USER", CONTA).withEnv("POSTGRES_PASSWORD", CONTA).withEnv("POSTGRES_DB", "postgres")
                .withCommand("postgres", "-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "max_connections=100")
                // A imagem inicia o servidor duas vezes: a primeira é só para criar a conta.
                .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*\\s", 2));
        iniciar(conteiner);
        var endereco = new EnderecoDoPostgres(conteiner.getHost(), conteiner.getMappedPort(5432), "postgres", CONTA, CONTA, "");
        return new ServidorPostgres(Origem.DOCKER, endereco, conteiner::stop);
    }

    static ServidorRedis redis() {
        var conteiner = new GenericContainer<>("redis:7-alpine").withExposedPorts(6379).withCommand("redis-server", "--save", "", "--appendonly", "no");
        iniciar(conteiner);
        return new ServidorRedis(Origem.DOCKER, conteiner.getHost(), conteiner.getMappedPort(6379), conteiner::stop);
    }

    static ServidorAmqp mensageria() {
        var conteiner = new GenericContainer<>("rabbitmq:4-alpine").withExposedPorts(5672)
                .withEnv("RABBITMQ_DEFAULT_USER", CONTA).withEnv("RABBITMQ_DEFAULT_PASS", CONTA)
                .waitingFor(Wait.forLogMessage(".*Server startup complete.*", 1));
        iniciar(conteiner);
        return new ServidorAmqp(Origem.DOCKER, "amqp://%s:%s@%s:%d".formatted(CONTA, CONTA, conteiner.getHost(), conteiner.getMappedPort(5672)), conteiner::stop);
    }

    private static void iniciar(GenericContainer<?> conteiner) {
        exigirDocker();
        var inicio = new FutureTask<Void>(conteiner::start, null);
        Thread.ofPlatform().daemon().name("docker-" + conteiner.getDockerImageName()).start(inicio);
        try {
            inicio.get(PRAZO.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            inicio.cancel(true);
            throw new FalhaDeServico("O contêiner %s não ficou pronto em %d s: %s".formatted(conteiner.getDockerImageName(), PRAZO.toSeconds(), e),
                    "a imagem precisa estar na máquina ou num registro alcançável",
                    "rode docker pull " + conteiner.getDockerImageName() + ", ou apague CURSO_SERVICOS para usar o embutido", e);
        } catch (InterruptedException e) {
            inicio.cancel(true);
            Thread.currentThread().interrupt();
            throw new FalhaDeServico("A espera pelo contêiner %s foi interrompida".formatted(conteiner.getDockerImageName()),
                    "iniciar um contêiner leva alguns segundos", "não interrompa a thread que o inicia", e);
        }
    }

    private static void exigirDocker() {
        try {
            if (DockerClientFactory.instance().isDockerAvailable()) {
                return;
            }
        } catch (RuntimeException | LinkageError e) {
            throw semDocker(e);
        }
        throw semDocker(null);
    }

    private static FalhaDeServico semDocker(Throwable causa) {
        return new FalhaDeServico("CURSO_SERVICOS=docker, mas nenhum Docker responde" + (causa == null ? "" : ": " + causa.getMessage()),
                "o Docker precisa estar em execução, e esta conta precisa poder usá-lo",
                "confira com docker info, ou apague CURSO_SERVICOS para usar os serviços embutidos", causa);
    }
}
