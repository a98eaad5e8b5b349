package rinha.carga.motor;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import rinha.carga.Alvo;

/// Servidor cru, na porta que o sistema der: responde exatamente os bytes que o teste mandar.
final class ServidorDeTeste implements AutoCloseable {

    /// O que fazer com cada pedido. Exceção ou `false` fecha a conexão.
    @FunctionalInterface
    interface Roteiro {
        boolean atender(Recebido pedido, OutputStream saida) throws Exception;
    }

    /// Um pedido lido: a ordem dele no servidor (de 1 em diante) e na conexão, a cabeça e o corpo.
    record Recebido(int ordem, int naConexao, String cabeca, String corpo, Socket socket) {
    }

    private final ServerSocket escuta;
    private final Roteiro roteiro;
    private final AtomicInteger pedidos = new AtomicInteger();
    private final AtomicInteger conexoes = new AtomicInteger();
    private final Set<Socket> abertos = ConcurrentHashMap.newKeySet();
    private final Queue<Recebido> recebidos = new ConcurrentLinkedQueue<>();

    ServidorDeTeste(Roteiro roteiro) throws IOException {
        this.roteiro = roteiro;
        this.escuta = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::aceitar);
    }

    /// Devolve o servidor que responde sempre estes bytes.
    static ServidorDeTeste que(String responde) throws IOException {
        byte[] bytes = responde.getBytes(StandardCharsets.ISO_8859_1);
        return new ServidorDeTeste((pedido, saida) -> {
            saida.write(bytes);
            return true;
        });
    }

    private void aceitar() {
        try {
            while (true) {
                Socket s = escuta.accept();
                s.setTcpNoDelay(true);
                abertos.add(s);
                conexoes.incrementAndGet();
                Thread.ofVirtual().start(() -> conversar(s));
            }
        } catch (IOException e) {
            // Fechado pelo teste.
        }
    }

    private void conversar(Socket s) {
        try (s) {
            InputStream entrada = new BufferedInputStream(s.getInputStream());
            for (int n = 1; ; n++) {
                Recebido pedido = ler(entrada, n, s);
                if (pedido == null) {
                    return;
                }
                recebidos.add(pedido);
                if (!roteiro.atender(pedido, s.getOutputStream())) {
                    return;
                }
            }
        } catch (Exception e) {
            // O cliente caiu ou o roteiro mandou fechar: o teste olha o que o gerador viu.
        } finally {
            abertos.remove(s);
        }
    }

    private Recebido ler(InputStream entrada, int naConexao, Socket s) throws IOException {
        StringBuilder cabeca = new StringBuilder();
        while (cabeca.indexOf("\r\n\r\n") < 0) {
            int b = entrada.read();
            if (b < 0) {
                return null;
            }
            cabeca.append((char) b);
        }
        int tamanho = cabeca.toString().lines().filter(l -> l.startsWith("Content-Length: "))
                .mapToInt(l -> Integer.parseInt(l.substring(16))).findFirst().orElse(0);
        String corpo = new String(entrada.readNBytes(tamanho), StandardCharsets.UTF_8);
        return new Recebido(pedidos.incrementAndGet(), naConexao, cabeca.toString(), corpo, s);
    }

    Alvo alvo() {
        return Alvo.de("http://127.0.0.1:" + escuta.getLocalPort());
    }

    int pedidos() {
        return pedidos.get();
    }

    int conexoes() {
        return conexoes.get();
    }

    Queue<Recebido> recebidos() {
        return recebidos;
    }

    /// Devolve uma porta em que ninguém escuta.
    static Alvo semNinguem() throws IOException {
        try (ServerSocket s = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Alvo.de("http://127.0.0.1:" + s.getLocalPort());
        }
    }

    @Override
    public void close() throws IOException {
        escuta.close();
        for (Socket s : abertos) {
            s.close();
        }
    }
}
