package rinha.balanceador.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// `GET /metrics`, `GET /health` (o processo vive?) e `GET /ready` (mando clientes para ele?), numa porta à parte.
///
/// Usa o servidor do JDK, em threads virtuais: nada daqui ocupa o laço que encaminha pedidos.
public final class PortaDeAdministracao implements AutoCloseable {
    private static final String VIVO = "{\"status\":\"UP\"}";
    private static final String FORA = "{\"status\":\"DOWN\"}";

    private final HttpServer servidor;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public PortaDeAdministracao(InetSocketAddress endereco, Supplier<String> metricas, BooleanSupplier pronto) {
        try {
            servidor = HttpServer.create(endereco, 0);
        } catch (IOException e) {
            threads.close();
            throw new UncheckedIOException("Não foi possível escutar em %s:%d. Confira se a porta está livre e se o endereço é desta máquina."
                    .formatted(endereco.getHostString(), endereco.getPort()), e);
        }
        servidor.setExecutor(threads);
        servidor.createContext("/metrics", troca -> responder(troca, "/metrics", 200, "text/plain; version=0.0.4; charset=utf-8", metricas));
        servidor.createContext("/health", troca -> responder(troca, "/health", 200, "application/json", () -> VIVO));
        servidor.createContext("/ready", troca -> {
            boolean sim = pronto.getAsBoolean();
            responder(troca, "/ready", sim ? 200 : 503, "application/json", () -> sim ? VIVO : FORA);
        });
        servidor.start();
    }

    public int porta() {
        return servidor.getAddress().getPort();
    }

    private static void responder(HttpExchange troca, String caminho, int status, String tipo, Supplier<String> corpo) throws IOException {
        try (troca) {
            if (!troca.getRequestURI().getPath().equals(caminho)) {
                troca.sendResponseHeaders(404, -1);
            } else if (!"GET".equals(troca.getRequestMethod())) {
                troca.getResponseHeaders().set("Allow", "GET");
                troca.sendResponseHeaders(405, -1);
            } else {
                byte[] bytes = corpo.get().getBytes(StandardCharsets.UTF_8);
                troca.getResponseHeaders().set("Content-Type", tipo);
                troca.sendResponseHeaders(status, bytes.length);
                troca.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        servidor.stop(0);
        threads.shutdownNow();
    }
}
