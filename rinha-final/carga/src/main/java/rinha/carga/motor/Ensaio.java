package rinha.carga.motor;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import rinha.carga.Alvo;
import rinha.carga.Conferencia;
import rinha.carga.Fonte;
import rinha.carga.Modelo;
import rinha.carga.Plano;

/// Roda o gerador contra um servidor dele mesmo, antes da carga, para que a JVM compile o laço.
///
/// Sem isto, os primeiros segundos de uma carga medem o gerador frio: classes por carregar, código
/// interpretado. Um aquecimento contra o alvo esquentaria também o alvo, e a partida a frio dele é uma das
/// coisas que se quer medir.
public final class Ensaio {

    private static final int CONEXOES = 4;
    private static final byte[] RESPOSTA = """
            HTTP/1.1 200 OK\r
            Content-Type: application/json\r
            Content-Length: 29\r
            \r
            {"limite":100000,"saldo":-98}""".getBytes(StandardCharsets.US_ASCII);

    private Ensaio() {
    }

    /// Ensaia por `duracao` com pedidos e conferência iguais aos da carga; o que ela diria não importa aqui.
    public static void fazer(Duration duracao, Fonte fonte, Conferencia conferencia)
            throws IOException, InterruptedException {
        try (ServerSocket escuta = new ServerSocket(0, CONEXOES, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().name("carga-ensaio").start(() -> aceitar(escuta));
            Alvo alvo = Alvo.de("http://127.0.0.1:" + escuta.getLocalPort());
            Modelo modelo = new Modelo.Fechado(CONEXOES, Duration.ZERO, duracao, 0, fonte);
            new Gerador(Plano.de(alvo, modelo, conferencia).comTimeout(duracao)).rodar();
        }
    }

    private static void aceitar(ServerSocket escuta) {
        try {
            while (true) {
                Socket s = escuta.accept();
                Thread.ofVirtual().start(() -> responder(s));
            }
        } catch (IOException e) {
            // O ensaio acabou e fechou a escuta.
        }
    }

    /// Responde uma vez por leitura: o gerador manda um pedido por vez, e cada um cabe num pacote.
    private static void responder(Socket s) {
        try (s; InputStream entrada = s.getInputStream()) {
            s.setTcpNoDelay(true);
            byte[] descarte = new byte[8192];
            while (entrada.read(descarte) > 0) {
                s.getOutputStream().write(RESPOSTA);
            }
        } catch (IOException e) {
            // O gerador fechou a conexão: é assim que o ensaio acaba.
        }
    }
}
