package rinha.balanceador.saude;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// `GET` numa conexão nova: prova também que o servidor ainda aceita conexões. 2xx é bom; o resto, não.
public final class SondaHttp implements Sonda {
    private static final int LINHA_DE_STATUS = 12;

    private final Enderecos enderecos;
    private final String caminho;
    private final Duration prazo;

    public SondaHttp(Enderecos enderecos, String caminho, Duration prazo) {
        this.enderecos = enderecos;
        this.caminho = caminho;
        this.prazo = prazo;
    }

    @Override
    public Resposta sondar(int servidor) {
        var endereco = enderecos.de(servidor);
        if (endereco == null) {
            enderecos.resolver(servidor);
            return Resposta.ruim("o nome do servidor não foi encontrado");
        }
        try {
            String linha = perguntar(endereco);
            boolean boa = linha.startsWith("HTTP/1.") && linha.charAt(9) == '2';
            return boa ? Resposta.BOA : Resposta.ruim("respondeu «" + linha + "» a " + caminho);
        } catch (SocketTimeoutException e) {
            enderecos.resolver(servidor);
            return Resposta.lenta("não respondeu em " + prazo.toMillis() + " ms a " + caminho);
        } catch (IOException e) {
            enderecos.resolver(servidor);
            return Resposta.ruim(motivo(e));
        }
    }

    /// O sistema explica em inglês.
    private String motivo(IOException e) {
        return switch (e) {
            case ConnectException _ -> "não aceitou a conexão";
            case SocketException _ -> "cortou a conexão sem responder a " + caminho;
            default -> e.getMessage();
        };
    }

    private String perguntar(InetSocketAddress endereco) throws IOException {
        long fim = System.nanoTime() + prazo.toNanos();
        try (var socket = new Socket()) {
            socket.connect(endereco, Math.toIntExact(prazo.toMillis()));
            String pedido = "GET %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: balanceador\r\nConnection: close\r\n\r\n"
                    .formatted(caminho, endereco.getHostString());
            socket.getOutputStream().write(pedido.getBytes(StandardCharsets.US_ASCII));
            byte[] linha = new byte[LINHA_DE_STATUS];
            for (int lidos = 0; lidos < linha.length;) {
                // Um servidor que manda um byte por vez não estica o prazo: o que resta dele diminui a cada leitura.
                socket.setSoTimeout((int) Math.max(1, (fim - System.nanoTime()) / 1_000_000));
                int n = socket.getInputStream().read(linha, lidos, linha.length - lidos);
                if (n < 0) {
                    throw new IOException("fechou a conexão sem responder a " + caminho);
                }
                if (System.nanoTime() - fim > 0) {
                    throw new SocketTimeoutException();
                }
                lidos += n;
            }
            return new String(linha, StandardCharsets.ISO_8859_1);
        }
    }
}
