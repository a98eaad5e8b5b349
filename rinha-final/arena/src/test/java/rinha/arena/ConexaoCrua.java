package rinha.arena;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Uma conexão que manda bytes e lê respostas, sem repetir nada por conta própria.
final class ConexaoCrua implements AutoCloseable {
    private static final int PRAZO_MS = 30_000;

    private final Socket socket;
    private final InputStream entrada;

    record Resposta(int status, String cabecalhos, String corpo) {
        boolean fechaConexao() {
            return cabecalhos.toLowerCase(Locale.ROOT).contains("connection: close");
        }

        String tudo() {
            return cabecalhos + corpo;
        }
    }

    ConexaoCrua(int porta) throws IOException {
        socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), porta);
        socket.setSoTimeout(PRAZO_MS);
        socket.setTcpNoDelay(true);
        entrada = new BufferedInputStream(socket.getInputStream());
    }

    static String cabecalhosDoPost(int conta, int tamanho) {
        return "POST /clientes/%d/transacoes HTTP/1.1\r\nHost: rinha\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n".formatted(conta, tamanho);
    }

    Resposta postar(int conta, String corpo) throws IOException {
        enviar(cabecalhosDoPost(conta, corpo.length()) + corpo);
        return receber();
    }

    Resposta ler(String caminho) throws IOException {
        enviar("GET " + caminho + " HTTP/1.1\r\nHost: rinha\r\n\r\n");
        return receber();
    }

    void enviar(String texto) throws IOException {
        socket.getOutputStream().write(texto.getBytes(StandardCharsets.UTF_8));
    }

    Resposta receber() throws IOException {
        var cabeca = new ByteArrayOutputStream();
        while (!cabeca.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = entrada.read();
            if (b < 0) {
                throw new EOFException("a conexão fechou depois de «" + cabeca.toString(StandardCharsets.ISO_8859_1) + "»");
            }
            cabeca.write(b);
        }
        String cabecalhos = cabeca.toString(StandardCharsets.ISO_8859_1);
        int tamanho = cabecalhos.lines().filter(l -> l.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(l -> Integer.parseInt(l.substring(15).strip())).findFirst().orElse(0);
        return new Resposta(Integer.parseInt(cabecalhos.split(" ", 3)[1]), cabecalhos, new String(entrada.readNBytes(tamanho), StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
