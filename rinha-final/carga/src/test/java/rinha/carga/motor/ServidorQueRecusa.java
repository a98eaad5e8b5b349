package rinha.carga.motor;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import rinha.carga.Alvo;

/// Servidor que lê só os cabeçalhos, responde 413 e fecha com o corpo por ler: o sistema manda um reset.
final class ServidorQueRecusa implements AutoCloseable {

    private static final byte[] RECUSA = "HTTP/1.1 413 X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket escuta;

    ServidorQueRecusa() throws IOException {
        this.escuta = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::atender);
    }

    private void atender() {
        while (!escuta.isClosed()) {
            try (Socket s = escuta.accept()) {
                lerCabecalhos(s.getInputStream());
                s.getOutputStream().write(RECUSA);
            } catch (IOException e) {
                // O gerador caiu ou o teste fechou a escuta: o teste olha o que o gerador viu.
            }
        }
    }

    private static void lerCabecalhos(InputStream entrada) throws IOException {
        for (int seguidas = 0, b = entrada.read(); b >= 0; b = entrada.read()) {
            seguidas = b == '\n' ? seguidas + 1 : b == '\r' ? seguidas : 0;
            if (seguidas == 2) {
                return;
            }
        }
    }

    Alvo alvo() {
        return Alvo.de("http://127.0.0.1:" + escuta.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        escuta.close();
    }
}
