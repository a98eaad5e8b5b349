package rinha.balanceador;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Um servidor de verdade, numa porta livre, que faz o que o teste manda e guarda cada byte que recebeu.
final class ServidorFalso implements AutoCloseable {
    /// Um pedido como chegou: a linha e os cabeçalhos crus, e o corpo.
    record Pedido(String cabeca, String corpo) {
        String linha() {
            return cabeca.substring(0, cabeca.indexOf('\r'));
        }

        boolean tem(String cabecalho) {
            return cabeca.toLowerCase(Locale.ROOT).contains("\r\n" + cabecalho.toLowerCase(Locale.ROOT));
        }
    }

    /// O que fazer com um pedido. Devolve falso para fechar a conexão.
    interface Acao {
        boolean atender(Pedido pedido, OutputStream saida) throws IOException, InterruptedException;
    }

    private final ServerSocket escuta;
    private final Acao acao;
    private final Set<Socket> abertas = ConcurrentHashMap.newKeySet();
    private final AtomicInteger conexoes = new AtomicInteger();
    private final List<Pedido> pedidos = new CopyOnWriteArrayList<>();

    ServidorFalso(Acao acao) throws IOException {
        this(0, acao);
    }

    ServidorFalso(int porta, Acao acao) throws IOException {
        this.acao = acao;
        escuta = new ServerSocket();
        escuta.setReuseAddress(true);
        escuta.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), porta), 128);
        Thread.ofVirtual().start(this::aceitar);
    }

    static Acao responde(String corpo) {
        return bytes("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(corpo.length(), corpo));
    }

    static Acao bytes(String resposta) {
        return (_, saida) -> {
            saida.write(resposta.getBytes(StandardCharsets.ISO_8859_1));
            return true;
        };
    }

    static Acao fechaSemResponder() {
        return (_, _) -> false;
    }

    int porta() {
        return escuta.getLocalPort();
    }

    String endereco() {
        return "127.0.0.1:" + porta();
    }

    /// Os pedidos recebidos, sem as sondas.
    List<Pedido> pedidos() {
        return pedidos;
    }

    int conexoes() {
        return conexoes.get();
    }

    int abertas() {
        return abertas.size();
    }

    /// Fecha de uma vez as conexões abertas, como um processo que morre, mas segue aceitando.
    void cortarConexoes() {
        abertas.forEach(ServidorFalso::fechar);
    }

    private void aceitar() {
        try {
            while (true) {
                var socket = escuta.accept();
                conexoes.incrementAndGet();
                abertas.add(socket);
                Thread.ofVirtual().start(() -> conversar(socket));
            }
        } catch (IOException e) {
            // A escuta fechou: o teste acabou com este servidor.
        }
    }

    private void conversar(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var entrada = new BufferedInputStream(socket.getInputStream());
            for (var pedido = ler(entrada); pedido != null; pedido = ler(entrada)) {
                pedidos.add(pedido);
                if (!acao.atender(pedido, socket.getOutputStream())) {
                    return;
                }
            }
        } catch (IOException e) {
            // O balanceador fechou; quem confere é o teste.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            abertas.remove(socket);
        }
    }

    private static Pedido ler(InputStream entrada) throws IOException {
        var cabeca = new ByteArrayOutputStream();
        while (!cabeca.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = entrada.read();
            if (b < 0) {
                return null;
            }
            cabeca.write(b);
        }
        String texto = cabeca.toString(StandardCharsets.ISO_8859_1);
        int inicio = texto.toLowerCase(Locale.ROOT).indexOf("\r\ncontent-length: ");
        int tamanho = inicio < 0 ? 0 : Integer.parseInt(texto.substring(inicio + 18, texto.indexOf('\r', inicio + 18)));
        return new Pedido(texto, new String(entrada.readNBytes(tamanho), StandardCharsets.ISO_8859_1));
    }

    private static void fechar(Socket socket) {
        try {
            // Corte seco (RST), como o de um processo morto com dados por ler.
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // A conversa pode ter fechado o socket entre uma linha e outra; o que se queria já aconteceu.
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        escuta.close();
        cortarConexoes();
    }
}
