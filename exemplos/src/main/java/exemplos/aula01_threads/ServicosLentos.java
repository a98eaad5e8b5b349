package exemplos.aula01_threads;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;

/// Um servidor HTTP local com vários serviços: um que falha e o resto, que demora cada um o seu tanto.
final class ServicosLentos implements AutoCloseable {
    private final HttpServer servidor;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<URI> enderecos = new ArrayList<>();

    private ServicosLentos(HttpServer servidor) {
        this.servidor = servidor;
        servidor.setExecutor(executor);
    }

    /// Abre o servidor numa porta livre. Os serviços bons demoram de `menor` a `menor + passo·(bons − 1)`.
    static ServicosLentos abrir(int bons, Duration menor, Duration passo) throws IOException {
        var endereco = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var servicos = new ServicosLentos(HttpServer.create(endereco, 200));
        servicos.servir("quebrado", Duration.ZERO, 500);
        for (int i = 0; i < bons; i++) {
            servicos.servir("servico" + i, menor.plus(passo.multipliedBy(i)), 200);
        }
        servicos.servidor.start();
        return servicos;
    }

    /// Os endereços dos serviços: o quebrado primeiro, depois os bons.
    List<URI> enderecos() {
        return List.copyOf(enderecos);
    }

    private void servir(String nome, Duration demora, int codigo) {
        servidor.createContext("/" + nome, troca -> responder(troca, demora, codigo));
        enderecos.add(URI.create("http://%s:%d/%s".formatted(servidor.getAddress().getHostString(),
                servidor.getAddress().getPort(), nome)));
    }

    private static void responder(HttpExchange troca, Duration demora, int codigo) throws IOException {
        try (troca) {
            Thread.sleep(demora);
            troca.sendResponseHeaders(codigo, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        servidor.stop(0);
        executor.shutdownNow();
        executor.close();
    }
}
