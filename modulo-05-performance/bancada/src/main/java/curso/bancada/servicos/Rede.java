package curso.bancada.servicos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Portas locais.
public final class Rede {
    static final String LOCAL = "127.0.0.1";
    private static final int PRAZO_DE_CONEXAO_MS = 2_000;

    private Rede() {}

    /// Uma porta livre agora; outro processo pode tomá-la antes de quem a pediu, que então pede outra.
    public static int portaLivre() {
        try (var porta = new ServerSocket(0, 1, InetAddress.ofLiteral(LOCAL))) {
            return porta.getLocalPort();
        } catch (IOException e) {
            throw new FalhaDeServico("Não há porta livre em %s: %s".formatted(LOCAL, e.getMessage()),
                    "cada serviço embutido escuta numa porta livre de 127.0.0.1", "feche programas com muitas conexões e tente de novo", e);
        }
    }

    static boolean aceitaConexoes(String host, int porta) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, porta), PRAZO_DE_CONEXAO_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Diz se um Redis respondeu ao comando com o esperado; sem cliente: carregar um custaria centenas de milissegundos.
    static boolean redisResponde(String host, int porta, String comando, String esperada) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, porta), PRAZO_DE_CONEXAO_MS);
            socket.setSoTimeout(PRAZO_DE_CONEXAO_MS);
            socket.getOutputStream().write((comando + "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] resposta = socket.getInputStream().readNBytes(esperada.length());
            return new String(resposta, StandardCharsets.US_ASCII).equals(esperada);
        } catch (IOException e) {
            return false;
        }
    }
}
