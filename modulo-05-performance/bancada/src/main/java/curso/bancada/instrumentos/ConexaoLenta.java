package curso.bancada.instrumentos;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Uma conexão através de [RedeLenta]: dois sentidos, cada um com um leitor, uma fila de pedaços com hora marcada e um escritor.
final class ConexaoLenta {
    private static final int TAMANHO_DO_PEDACO = 16 * 1024;
    /// O que pode estar «no fio» em cada sentido; cheio, o leitor para e o TCP segura quem envia.
    private static final int PEDACOS_NO_FIO = 1024;

    private final Socket cliente;
    private final Socket servidor;
    private final Duration atraso;
    private final Consumer<ConexaoLenta> aoFechar;
    private final AtomicInteger sentidosAbertos = new AtomicInteger(2);

    private record Pedaco(byte[] bytes, long partida) {
        boolean fim() {
            return bytes.length == 0;
        }
    }

    ConexaoLenta(Socket cliente, Socket servidor, Duration atraso, Consumer<ConexaoLenta> aoFechar) throws IOException {
        this.cliente = cliente;
        this.servidor = servidor;
        this.atraso = atraso;
        this.aoFechar = aoFechar;
        cliente.setTcpNoDelay(true);
        servidor.setTcpNoDelay(true);
    }

    void iniciar() {
        sentido(cliente, servidor);
        sentido(servidor, cliente);
    }

    void cortar() {
        RedeLenta.fechar(cliente);
        RedeLenta.fechar(servidor);
        aoFechar.accept(this);
    }

    private void sentido(Socket origem, Socket destino) {
        var fio = new LinkedBlockingQueue<Pedaco>(PEDACOS_NO_FIO);
        Thread.ofVirtual().name("rede-lenta-leitor").start(() -> ler(origem, fio));
        Thread.ofVirtual().name("rede-lenta-escritor").start(() -> escrever(fio, destino));
    }

    private void ler(Socket origem, BlockingQueue<Pedaco> fio) {
        byte[] buffer = new byte[TAMANHO_DO_PEDACO];
        try {
            for (int lidos; (lidos = origem.getInputStream().read(buffer)) >= 0; ) {
                por(fio, Arrays.copyOf(buffer, lidos));
            }
        } catch (IOException e) {
            // Cortada: o fim segue pelo fio como num fechamento normal.
        }
        por(fio, new byte[0]);
    }

    private void por(BlockingQueue<Pedaco> fio, byte[] bytes) {
        try {
            // Sem prazo, um escritor morto seguraria este leitor para sempre.
            while (!fio.offer(new Pedaco(bytes, System.nanoTime() + atraso.toNanos()), 1, TimeUnit.SECONDS)) {
                if (cliente.isClosed()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void escrever(BlockingQueue<Pedaco> fio, Socket destino) {
        try {
            for (Pedaco pedaco = fio.take(); !pedaco.fim(); pedaco = fio.take()) {
                TimeUnit.NANOSECONDS.sleep(pedaco.partida() - System.nanoTime());
                destino.getOutputStream().write(pedaco.bytes());
            }
            // Um lado parou de enviar, mas ainda pode receber: só o fim dos dois sentidos fecha a conexão.
            destino.shutdownOutput();
            if (sentidosAbertos.decrementAndGet() == 0) {
                cortar();
            }
        } catch (IOException e) {
            cortar();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cortar();
        }
    }
}
