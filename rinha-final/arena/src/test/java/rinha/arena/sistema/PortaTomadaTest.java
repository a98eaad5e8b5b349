package rinha.arena.sistema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import curso.bancada.servicos.Comando;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import rinha.arena.Recusa;

@Timeout(60)
@EnabledOnOs(OS.LINUX)
@DisplayName("Uma porta que outro tomou depois de conferida")
class PortaTomadaTest {
    private HttpServer outro;

    @BeforeEach
    void tomarAPorta() throws IOException {
        outro = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        outro.createContext("/", troca -> {
            troca.sendResponseHeaders(200, -1);
            troca.close();
        });
        outro.start();
    }

    @AfterEach
    void soltar() {
        outro.stop(0);
    }

    @Test
    @DisplayName("A resposta de outro processo não deixa pronto o nosso, que ainda não tentou abri-la")
    void naoFicaPronto_quandoOutroResponde(@TempDir Path pasta) {
        var comando = Comando.de(pasta.resolve("saida"), List.of("sh", "-c", "sleep 1; echo porta em uso; exit 3"));
        try (var servico = new Servico("balanceador", comando, outro.getAddress().getPort(), "/", new CompletableFuture<>())) {
            assertThatThrownBy(servico::iniciar).isInstanceOf(Recusa.class).hasMessageContainingAll("código 3", "porta em uso");
        }
    }

    @Test
    @DisplayName("Sabe se quem escuta é o processo perguntado, um filho dele, ou outro")
    void sabeDeQuemE() throws IOException {
        int porta = outro.getAddress().getPort();
        var filho = new ProcessBuilder("sleep", "60").start();
        try {
            assertThat(DonoDaPorta.ehDeOutro(porta, filho.pid())).isTrue();
            assertThat(DonoDaPorta.ehDeOutro(porta, ProcessHandle.current().pid())).isFalse();
            assertThat(DonoDaPorta.ehDeOutro(porta, ProcessHandle.current().parent().orElseThrow().pid())).as("é de um filho dele").isFalse();
        } finally {
            filho.destroyForcibly();
        }
        outro.stop(0);
        assertThat(DonoDaPorta.ehDeOutro(porta, filho.pid())).as("ninguém escuta").isFalse();
    }
}
