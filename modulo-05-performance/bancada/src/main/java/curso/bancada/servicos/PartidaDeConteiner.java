package curso.bancada.servicos;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/// Inicia e para contêineres sem nunca esperar para sempre: um Docker que aceita a conexão e não responde também vira mensagem.
final class PartidaDeConteiner {
    /// A imagem que o Testcontainers usa para recolher o que deixarmos, mesmo depois de um `kill -9`.
    static final String RYUK = "testcontainers/ryuk:0.14.0";

    /// Um Docker parado inicia no primeiro pedido, e isso leva segundos; passando de 30 s, quem desiste é o Testcontainers, em inglês.
    private static final Duration PRAZO_DO_DOCKER = Duration.ofSeconds(20);
    private static final Duration PRAZO_DA_IMAGEM = Duration.ofMinutes(10);
    private static final Duration PRAZO_DA_PARTIDA = Duration.ofMinutes(2);
    private static final Duration PRAZO_DO_FIM = Duration.ofSeconds(20);
    private static final AtomicBoolean AVISOU_SEM_RYUK = new AtomicBoolean();

    private final Consumer<String> aviso;

    PartidaDeConteiner(Consumer<String> aviso) {
        this.aviso = aviso;
    }

    /// O nome da imagem vem à parte: perguntá-lo ao contêiner já iria ao Docker, sem prazo e com uma exceção em inglês.
    void iniciar(String imagem, GenericContainer<?> conteiner) {
        exigirDocker();
        trazerImagens(imagem);
        try {
            noPrazo("inicia-" + imagem, PRAZO_DA_PARTIDA, () -> {
                conteiner.withStartupTimeout(PRAZO_DA_PARTIDA).start();
                return null;
            });
        } catch (TimeoutException | ExecutionException e) {
            parar(imagem, conteiner);
            throw new FalhaDeServico("O contêiner %s não ficou pronto em %d s: %s".formatted(imagem, PRAZO_DA_PARTIDA.toSeconds(), raiz(e)),
                    "um contêiner precisa iniciar e responder nesse prazo",
                    "rode docker run --rm %s e leia o que ele diz, ou apague CURSO_SERVICOS para usar os serviços embutidos".formatted(imagem), e);
        }
    }

    /// Para e remove; se o Docker não responde, o Ryuk fica com o trabalho.
    void parar(String imagem, GenericContainer<?> conteiner) {
        try {
            noPrazo("para-" + imagem, PRAZO_DO_FIM, () -> {
                conteiner.stop();
                return null;
            });
        } catch (TimeoutException | ExecutionException e) {
            aviso.accept("O contêiner %s não parou: %s. Confira com docker ps.".formatted(imagem, raiz(e)));
        }
    }

    /// Só pergunta onde está o Docker: `isDockerAvailable()` já baixaria e iniciaria o Ryuk, e isso não cabe neste prazo.
    private void exigirDocker() {
        try {
            noPrazo("procura-docker", PRAZO_DO_DOCKER, DockerClientFactory.instance()::getTransportConfig);
        } catch (TimeoutException e) {
            throw semDocker("o Docker não respondeu em %d s".formatted(PRAZO_DO_DOCKER.toSeconds()), e);
        } catch (ExecutionException e) {
            // A mensagem do Testcontainers é em inglês e manda ler o log dele.
            throw semDocker("nenhum Docker responde" + (e.getCause() instanceof IllegalStateException ? "" : ": " + raiz(e)), e);
        }
    }

    private void trazerImagens(String imagem) {
        try {
            noPrazo("baixa-" + imagem, PRAZO_DA_IMAGEM, () -> {
                // O cliente da fábrica iniciaria o Ryuk, que ainda pode não ter vindo.
                try (var docker = DockerClientProviderStrategy.getClientForConfig(DockerClientFactory.instance().getTransportConfig())) {
                    if (temRyuk()) {
                        new ImagemDeConteiner(RYUK).garantir(docker, aviso);
                    }
                    new ImagemDeConteiner(imagem).garantir(docker, aviso);
                }
                return null;
            });
        } catch (TimeoutException e) {
            throw new FalhaDeServico("A imagem %s não acabou de baixar em %d min".formatted(imagem, PRAZO_DA_IMAGEM.toMinutes()),
                    "a imagem precisa estar na máquina", "rode docker pull %s e tente de novo".formatted(imagem), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FalhaDeServico falha) {
                throw falha;
            }
            throw semDocker("o Docker respondeu, mas não às perguntas sobre imagens: " + raiz(e), e);
        }
    }

    private boolean temRyuk() {
        boolean desligado = Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
        if (desligado && AVISOU_SEM_RYUK.compareAndSet(false, true)) {
            aviso.accept("TESTCONTAINERS_RYUK_DISABLED=true: se este processo for morto, os contêineres ficam. "
                    + "Apague-os com docker rm -f $(docker ps -aq --filter label=org.testcontainers=true).");
        }
        return !desligado;
    }

    private static <T> T noPrazo(String nome, Duration prazo, Callable<T> tarefa) throws TimeoutException, ExecutionException {
        var futuro = new FutureTask<>(tarefa);
        Thread.ofPlatform().daemon().name(nome).start(futuro);
        try {
            return futuro.get(prazo.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FalhaDeServico("A espera pelo Docker foi interrompida (%s)".formatted(nome),
                    "iniciar um contêiner leva alguns segundos", "não interrompa a thread que o inicia", e);
        } finally {
            futuro.cancel(true);
        }
    }

    private static FalhaDeServico semDocker(String oQueHouve, Throwable causa) {
        return new FalhaDeServico("CURSO_SERVICOS=docker, mas " + oQueHouve, "o Docker precisa estar em execução, e esta conta precisa poder usá-lo",
                "confira com docker info e rode de novo, ou apague CURSO_SERVICOS para usar os serviços embutidos", causa);
    }

    private static String raiz(Throwable e) {
        Throwable raiz = e;
        while (raiz.getCause() != null && raiz.getCause() != raiz) {
            raiz = raiz.getCause();
        }
        return raiz.getMessage() == null ? raiz.getClass().getSimpleName() : raiz.getMessage();
    }
}
