package curso.bancada.servicos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Num processo à parte: o Testcontainers lê o ambiente uma vez só e guarda o que achou.
@DisplayName("Sem Docker: pedi-lo falha logo, em português")
class SemDockerTest {

    @TempDir
    private Path pasta;

    @Test
    @DisplayName("o Docker ausente vira uma mensagem com o próximo passo")
    void explica_quandoODockerNaoExiste() throws Exception {
        assertThat(erros("unix://" + pasta.resolve("nao-ha.sock"))).contains("CURSO_SERVICOS=docker, mas nenhum Docker responde", "apague CURSO_SERVICOS");
    }

    @Test
    @Tag("longa")
    @DisplayName("o Docker que aceita a conexão e não responde também, no prazo")
    void explica_quandoODockerNaoResponde() throws Exception {
        var mudo = pasta.resolve("mudo.sock");
        try (var porta = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            porta.bind(UnixDomainSocketAddress.of(mudo));
            assertThat(erros("unix://" + mudo)).contains("o Docker não respondeu em 20 s", "apague CURSO_SERVICOS");
        }
    }

    @Test
    @DisplayName("o Docker que responde, mas não tem a imagem do Ryuk nem como baixá-la, não é dado por calado")
    void culpaAImagem_quandoFaltaORyuk() throws Exception {
        try (var docker = new DockerDeMentira(Duration.ZERO)) {
            assertThat(erros(docker.endereco())).contains(PartidaDeConteiner.RYUK + " não está na máquina", "registro fora de alcance").doesNotContain("não respondeu");
        }
    }

    @Test
    @Tag("longa")
    @DisplayName("o Docker que leva 12 s para iniciar no primeiro pedido não é dado por calado")
    void esperaODockerQueAindaInicia() throws Exception {
        try (var docker = new DockerDeMentira(Duration.ofSeconds(12))) {
            assertThat(erros(docker.endereco())).contains("não está na máquina").doesNotContain("não respondeu");
        }
    }

    private String erros(String docker) throws IOException, InterruptedException {
        var saida = pasta.resolve("erros.txt");
        var processo = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-Dstderr.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), AbreServicos.class.getName(), "redis").redirectError(saida.toFile());
        processo.environment().put("CURSO_SERVICOS", "docker");
        processo.environment().put("DOCKER_HOST", docker);
        processo.environment().remove("CURSO_REDIS_URL");
        var abre = processo.start();
        try {
            assertThat(abre.waitFor(60, TimeUnit.SECONDS)).as("terminou").isTrue();
        } finally {
            abre.destroyForcibly();
        }
        return Files.readString(saida, StandardCharsets.UTF_8);
    }
}
