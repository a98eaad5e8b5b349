package rinha.balanceador;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Uma conexão escrita à mão: manda o que nenhum cliente bem-educado manda, e conta o que de fato chegou.
final class ClienteCru implements AutoCloseable {
    record Resposta(int status, String cabecalhos, String corpo) {
        boolean tem(String cabecalho) {
            return cabecalhos.toLowerCase(Locale.ROOT).contains("\n" + cabecalho.toLowerCase(Locale.ROOT));
        }

        boolean fecha() {
            return tem("connection: close");
        }
    }

    private final Socket socket;
    private final InputStream entrada;

    ClienteCru(Balanceador balanceador) throws IOException {
        socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), balanceador.porta());
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        entrada = new BufferedInputStream(socket.getInputStream());
    }

    static String get(String caminho) {
        return "GET " + caminho + " HTTP/1.1\r\nHost: teste\r\n\r\n";
    }

    static String post(String caminho, String corpo) {
        return "POST %s HTTP/1.1\r\nHost: teste\r\nContent-Length: %d\r\n\r\n%s".formatted(caminho, corpo.length(), corpo);
    }

    static Resposta um(Balanceador balanceador, String pedido) throws IOException {
        try (var cliente = new ClienteCru(balanceador)) {
            return cliente.enviar(pedido).receber();
        }
    }

    ClienteCru enviar(String texto) throws IOException {
        socket.getOutputStream().write(texto.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    Resposta receber() throws IOException {
        return receber(false);
    }

    /// Lança [EOFException] se a conexão fechou antes de uma resposta inteira.
    Resposta receber(boolean semCorpo) throws IOException {
        String linha = linha();
        var cabecalhos = new StringBuilder("\n");
        for (String cabecalho = linha(); !cabecalho.isEmpty(); cabecalho = linha()) {
            cabecalhos.append(cabecalho).append('\n');
        }
        int status = Integer.parseInt(linha.split(" ")[1]);
        var resposta = new Resposta(status, cabecalhos.toString(), "");
        if (semCorpo || status < 200 || status == 204 || status == 304) {
            return resposta;
        }
        byte[] corpo = resposta.tem("transfer-encoding: chunked") ? pedacos() : resposta.tem("content-length:") ? exatos(tamanho(resposta)) : entrada.readAllBytes();
        return new Resposta(status, cabecalhos.toString(), new String(corpo, StandardCharsets.ISO_8859_1));
    }

    private static int tamanho(Resposta resposta) {
        String minusculas = resposta.cabecalhos().toLowerCase(Locale.ROOT);
        int inicio = minusculas.indexOf("\ncontent-length:") + 16;
        return Integer.parseInt(minusculas.substring(inicio, minusculas.indexOf('\n', inicio)).strip());
    }

    private byte[] pedacos() throws IOException {
        var tudo = new ByteArrayOutputStream();
        for (int tamanho = Integer.parseInt(linha(), 16); tamanho > 0; tamanho = Integer.parseInt(linha(), 16)) {
            tudo.write(exatos(tamanho));
            linha();
        }
        linha();
        return tudo.toByteArray();
    }

    /// A cabeça de uma resposta em pedaços e o primeiro deles, sem esperar pelos outros.
    String pedaco() throws IOException {
        while (!linha().isEmpty()) {
            // Só interessa onde a cabeça acaba.
        }
        String pedaco = new String(exatos(Integer.parseInt(linha(), 16)), StandardCharsets.ISO_8859_1);
        linha();
        return pedaco;
    }

    private byte[] exatos(int tamanho) throws IOException {
        byte[] corpo = entrada.readNBytes(tamanho);
        if (corpo.length < tamanho) {
            throw new EOFException("a resposta acabou em %d de %d bytes".formatted(corpo.length, tamanho));
        }
        return corpo;
    }

    /// Verdadeiro se o outro lado fechou a conexão sem mandar mais nada.
    boolean fechada() throws IOException {
        try {
            return entrada.read() < 0;
        } catch (SocketException e) {
            return true;
        }
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
