package rinha.arena.sistema;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A pergunta que espera um serviço ficar pronto")
class PerguntaTest {
    private static final String RECUSA = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 6\r\nConnection: close\r\n\r\nquase.";

    @Test
    @DisplayName("Fecha a conexão de um 503: deixada aberta, seguraria o encerramento da API")
    void fechaAConexao_quandoRecusada() throws Exception {
        try (var escuta = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var fechou = CompletableFuture.supplyAsync(() -> recusar(escuta));
            assertThat(Pergunta.responde(escuta.getLocalPort(), "/ready")).isFalse();
            assertThat(fechou.get(10, TimeUnit.SECONDS)).as("o cliente fechou").isTrue();
        }
    }

    /// Responde 503, diz que não manda mais nada, e espera que o outro lado feche também.
    private static boolean recusar(ServerSocket escuta) {
        try (var conexao = escuta.accept()) {
            conexao.setSoTimeout(3_000);
            var entrada = conexao.getInputStream();
            for (int seguidos = 0; seguidos < 4; ) {
                int b = entrada.read();
                seguidos = b == '\r' || b == '\n' ? seguidos + 1 : 0;
            }
            conexao.getOutputStream().write(RECUSA.getBytes(StandardCharsets.US_ASCII));
            return entrada.read() < 0;
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
