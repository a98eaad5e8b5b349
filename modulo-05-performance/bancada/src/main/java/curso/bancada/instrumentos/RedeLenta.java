package curso.bancada.instrumentos;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Um proxy TCP que acrescenta um tempo de ida e volta a cada conversa, metade em cada sentido.
///
/// O atraso é um mínimo: o que a conversa de fato demora, [IdaEVolta] mede. Ele não limita a vazão: bytes
/// que chegam juntos partem juntos. `close()` corta tudo.
public final class RedeLenta implements AutoCloseable {
    private static final Duration PRAZO_PARA_FECHAR = Duration.ofSeconds(5);

    private final ServerSocket porta;
    private final String destino;
    private final int portaDeDestino;
    private final Duration metade;
    private final Set<ConexaoLenta> conexoes = ConcurrentHashMap.newKeySet();
    private final Thread porteiro = Thread.ofVirtual().name("rede-lenta").unstarted(this::aceitar);

    private RedeLenta(ServerSocket porta, String destino, int portaDeDestino, Duration metade) {
        this.porta = porta;
        this.destino = destino;
        this.portaDeDestino = portaDeDestino;
        this.metade = metade;
    }

    /// Abre o proxy numa porta livre de 127.0.0.1.
    public static RedeLenta ate(String host, int porta, Duration idaEVolta) {
        try {
            var rede = new RedeLenta(new ServerSocket(0, 0, InetAddress.ofLiteral("127.0.0.1")), host, porta, idaEVolta.dividedBy(2));
            rede.porteiro.start();
            return rede;
        } catch (IOException e) {
            throw new UncheckedIOException("Não foi possível abrir uma porta em 127.0.0.1 para a rede lenta", e);
        }
    }

    public String host() {
        return "127.0.0.1";
    }

    public int porta() {
        return porta.getLocalPort();
    }

    /// O mesmo endereço JDBC, passando por aqui.
    public String jdbc(String urlOriginal) {
        return urlOriginal.replaceFirst("//[^/]+/", "//" + host() + ":" + porta() + "/");
    }

    public int conexoesAbertas() {
        return conexoes.size();
    }

    /// Corta as conexões abertas, como um cabo puxado; novas continuam a ser aceitas.
    public void cortarConexoes() {
        conexoes.forEach(ConexaoLenta::cortar);
    }

    @Override
    public void close() {
        fechar(porta);
        try {
            // O sistema só solta a porta quando quem está em accept() sai de lá.
            porteiro.join(PRAZO_PARA_FECHAR);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cortarConexoes();
    }

    private void aceitar() {
        while (!porta.isClosed()) {
            try {
                Socket cliente = porta.accept();
                Thread.ofVirtual().name("rede-lenta-ligacao").start(() -> ligar(cliente));
            } catch (IOException e) {
                if (porta.isClosed()) {
                    return;
                }
            }
        }
    }

    private void ligar(Socket cliente) {
        try {
            var conexao = new ConexaoLenta(cliente, new Socket(destino, portaDeDestino), metade, conexoes::remove);
            conexoes.add(conexao);
            conexao.iniciar();
            if (porta.isClosed()) {
                conexao.cortar(); // close() passou entre o accept e o add
            }
        } catch (IOException e) {
            fechar(cliente);
        }
    }

    static void fechar(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Já estava fechado do outro lado; não há o que salvar.
        }
    }
}
