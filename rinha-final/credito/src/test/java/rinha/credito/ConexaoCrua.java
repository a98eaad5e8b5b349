package rinha.credito;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Uma conexão HTTP/1.1 escrita à mão: manda o que nenhum cliente bem-educado manda, e conta o que de fato chegou.
final class ConexaoCrua implements AutoCloseable {
    record Resposta(int status, String cabecalhos, String corpo) {
        boolean fechaConexao() {
            return cabecalhos.toLowerCase(Locale.ROOT).contains("connection: close");
        }
    }

    private final Socket socket;
    private final InputStream entrada;

    ConexaoCrua(int porta) throws IOException {
        socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), porta);
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        entrada = new BufferedInputStream(socket.getInputStream());
    }

    static String post(int cliente, String corpo) {
        return "POST /clientes/%d/transacoes HTTP/1.1\r\nHost: api\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(cliente, corpo.getBytes(StandardCharsets.UTF_8).length, corpo);
    }

    ConexaoCrua enviar(String texto) throws IOException {
        return enviar(texto.getBytes(StandardCharsets.UTF_8));
    }

    ConexaoCrua enviar(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /// Lança [EOFException] se a conexão fechou antes de uma resposta inteira.
    Resposta receber() throws IOException {
        String linha = linha();
        var cabecalhos = new StringBuilder();
        int tamanho = 0;
        for (String cabecalho = linha(); !cabecalho.isEmpty(); cabecalho = linha()) {
            cabecalhos.append(cabecalho).append('\n');
            if (cabecalho.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                tamanho = Integer.parseInt(cabecalho.substring(15).strip());
            }
        }
        var corpo = entrada.readNBytes(tamanho);
        if (corpo.length < tamanho) {
            throw new EOFException("a resposta acabou no meio do corpo");
        }
        return new Resposta(Integer.parseInt(linha.split(" ")[1]), cabecalhos.toString(), new String(corpo, StandardCharsets.UTF_8));
    }

    /// Verdadeiro se o servidor fechou a conexão sem mandar mais nada.
    boolean fechada() throws IOException {
        return entrada.read() < 0;
    }

    private String linha() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int b = entrada.read(); b != '\n'; b = entrada.read()) {
            if (b < 0) {
                throw new EOFException("a conexão fechou antes da resposta");
            }
            bytes.write(b);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
