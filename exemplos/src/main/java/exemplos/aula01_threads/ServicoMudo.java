package exemplos.aula01_threads;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Um serviço que aceita o pedido e nunca responde. Sabe quem ainda espera: a conexão de quem desistiu se fecha.
final class ServicoMudo implements AutoCloseable {
    private final ServerSocket porta;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger esperando = new AtomicInteger();
    private final CountDownLatch fechado = new CountDownLatch(1);

    private ServicoMudo(ServerSocket porta) {
        this.porta = porta;
    }

    static ServicoMudo abrir() throws IOException {
        var servico = new ServicoMudo(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        servico.executor.execute(servico::aceitar);
        return servico;
    }

    URI endereco() {
        return URI.create("http://%s:%d/mudo".formatted(porta.getInetAddress().getHostAddress(), porta.getLocalPort()));
    }

    /// Quantos clientes ainda esperam, depois de dar ao sistema `prazoMs` para entregar os fechamentos.
    int esperandoDepoisDe(long prazoMs) throws InterruptedException {
        fechado.await(prazoMs, TimeUnit.MILLISECONDS);
        return esperando.get();
    }

    private void aceitar() {
        try {
            while (true) {
                Socket cliente = porta.accept();
                executor.execute(() -> calar(cliente));
            }
        } catch (IOException e) {
            // A porta foi fechada: é o fim do serviço.
        }
    }

    private void calar(Socket cliente) {
        esperando.incrementAndGet();
        try (cliente) {
            cliente.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // O cliente cortou a conexão: desistiu.
        } finally {
            esperando.decrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        fechado.countDown();
        porta.close();
        executor.shutdownNow();
        executor.close();
    }
}
