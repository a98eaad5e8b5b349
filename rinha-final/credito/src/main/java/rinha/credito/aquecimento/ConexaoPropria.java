package rinha.credito.aquecimento;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Uma conexão da instância com ela mesma: dois pedidos prontos, e a resposta lida só o bastante para conferi-la.
final class ConexaoPropria implements AutoCloseable {
    /// Onze caracteres de descrição: o corpo é lido até o fim e recusado na última regra.
    private static final String CORPO = "{\"valor\": 1, \"tipo\": \"d\", \"descricao\": \"aquecimento\"}";
    static final Pedido TRANSACAO_RECUSADA = new Pedido(422, "POST /clientes/1/transacoes HTTP/1.1\r\nHost: aquecimento\r\nContent-Type: application/json\r\nContent-Length: "
            + CORPO.length() + "\r\n\r\n" + CORPO);
    static final Pedido EXTRATO = new Pedido(200, "GET /clientes/1/extrato HTTP/1.1\r\nHost: aquecimento\r\n\r\n");

    private static final int PRAZO_MS = 5_000;
    private static final int CABECALHOS_MAXIMOS = 64;

    private final Socket socket = new Socket();
    private final InputStream entrada;

    /// O que se manda, e o status que tem de voltar.
    record Pedido(int status, byte[] bytes) {
        Pedido(int status, String texto) {
            this(status, texto.getBytes(StandardCharsets.US_ASCII));
        }
    }

    ConexaoPropria(InetSocketAddress servidor) throws IOException {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PRAZO_MS);
            socket.connect(servidor, PRAZO_MS);
            entrada = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// Lança `IOException` se a resposta não tem o status esperado.
    void exigir(Pedido pedido) throws IOException {
        socket.getOutputStream().write(pedido.bytes());
        String primeira = linha();
        int corpo = tamanhoDoCorpo();
        if (entrada.skip(corpo) < corpo) {
            entrada.skipNBytes(corpo);
        }
        if (!primeira.startsWith("HTTP/1.1 " + pedido.status())) {
            throw new IOException("a própria instância respondeu «%s»; era esperado %d".formatted(primeira, pedido.status()));
        }
    }

    private int tamanhoDoCorpo() throws IOException {
        int tamanho = 0;
        for (int i = 0; i < CABECALHOS_MAXIMOS; i++) {
            String cabecalho = linha();
            if (cabecalho.isEmpty()) {
                return tamanho;
            }
            if (cabecalho.regionMatches(true, 0, "content-length:", 0, 15)) {
                tamanho = Integer.parseInt(cabecalho.substring(15).strip());
            }
        }
        throw new IOException("a resposta tem cabeçalhos demais");
    }

    private String linha() throws IOException {
        var texto = new StringBuilder(64);
        for (int b = entrada.read(); b != '\n'; b = entrada.read()) {
            if (b < 0) {
                throw new IOException("a instância fechou a conexão");
            }
            if (b != '\r') {
                texto.append((char) b);
            }
        }
        return texto.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
