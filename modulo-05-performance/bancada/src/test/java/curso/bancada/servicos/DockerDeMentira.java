package curso.bancada.servicos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;

/// Um Docker saudável que não tem imagem nenhuma nem acha o registro; a primeira resposta pode demorar.
final class DockerDeMentira implements AutoCloseable {
    private final HttpServer servidor;
    private final long pronto;

    DockerDeMentira(Duration partida) throws IOException {
        this.pronto = System.nanoTime() + partida.toNanos();
        this.servidor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        servidor.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        servidor.createContext("/", this::atender);
        servidor.start();
    }

    String endereco() {
        return "tcp://127.0.0.1:" + servidor.getAddress().getPort();
    }

    private void atender(HttpExchange pedido) {
        String caminho = pedido.getRequestURI().getPath();
        try (pedido) {
            Thread.sleep(Duration.ofNanos(Math.max(0, pronto - System.nanoTime())));
            if (caminho.endsWith("/_ping")) {
                responder(pedido, 200, "OK");
            } else if (caminho.endsWith("/info") || caminho.endsWith("/version")) {
                responder(pedido, 200, """
                        {"ServerVersion": "26.1", "Version": "26.1", "ApiVersion": "1.45", "OperatingSystem": "mentira", "MemTotal": 1}""");
            } else if (caminho.endsWith("/images/create")) {
                responder(pedido, 500, """
                        {"message": "registro fora de alcance"}""");
            } else {
                responder(pedido, 404, """
                        {"message": "não há"}""");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void responder(HttpExchange pedido, int status, String corpo) throws IOException {
        byte[] bytes = corpo.getBytes(StandardCharsets.UTF_8);
        pedido.getResponseHeaders().set("Content-Type", "application/json");
        boolean semCorpo = pedido.getRequestMethod().equals("HEAD");
        pedido.sendResponseHeaders(status, semCorpo ? -1 : bytes.length);
        if (!semCorpo) {
            pedido.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        servidor.stop(0);
    }
}
