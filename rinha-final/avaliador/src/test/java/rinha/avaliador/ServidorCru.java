package rinha.avaliador;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Servidor que responde os bytes que o teste mandar, ou se cala.
final class ServidorCru implements AutoCloseable {

    /// O que fazer com a conexão; ao voltar, ela é fechada.
    interface Roteiro {
        void atender(Socket conexao, OutputStream saida) throws Exception;
    }

    private final ServerSocket escuta;
    private final Roteiro roteiro;
    private final Set<Socket> abertas = ConcurrentHashMap.newKeySet();
    private final AtomicInteger conexoes = new AtomicInteger();

    ServidorCru(Roteiro roteiro) throws IOException {
        this.roteiro = roteiro;
        this.escuta = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::aceitar);
    }

    static ServidorCru que(String responde) throws IOException {
        return new ServidorCru((conexao, saida) -> {
            conexao.getInputStream().read(new byte[8192]);
            saida.write(responde.getBytes(StandardCharsets.UTF_8));
        });
    }

    private void aceitar() {
        try {
            while (true) {
                Socket conexao = escuta.accept();
                abertas.add(conexao);
                conexoes.incrementAndGet();
                Thread.ofVirtual().start(() -> conversar(conexao));
            }
        } catch (IOException e) {
            // Fechado pelo teste.
        }
    }

    private void conversar(Socket conexao) {
        try (conexao) {
            roteiro.atender(conexao, conexao.getOutputStream());
        } catch (Exception e) {
            // O avaliador desistiu: o teste olha o que ele relatou.
        } finally {
            abertas.remove(conexao);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + escuta.getLocalPort());
    }

    int conexoes() {
        return conexoes.get();
    }

    static URI portaFechada() throws IOException {
        try (ServerSocket s = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + s.getLocalPort());
        }
    }

    @Override
    public void close() throws IOException {
        escuta.close();
        for (Socket conexao : abertas) {
            conexao.close();
        }
    }
}
