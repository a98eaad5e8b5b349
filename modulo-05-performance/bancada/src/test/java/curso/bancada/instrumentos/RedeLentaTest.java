package curso.bancada.instrumentos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RedeLentaTest {
    private static final Duration IDA_E_VOLTA = Duration.ofMillis(40);
    private ServerSocket eco;
    private RedeLenta rede;

    @BeforeEach
    void abrir() throws IOException {
        eco = new ServerSocket(0, 0, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::atender);
        rede = RedeLenta.ate("127.0.0.1", eco.getLocalPort(), IDA_E_VOLTA);
    }

    @AfterEach
    void fechar() throws IOException {
        rede.close();
        eco.close();
    }

    private void atender() {
        while (!eco.isClosed()) {
            try {
                Socket socket = eco.accept();
                Thread.ofVirtual().start(() -> devolver(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void devolver(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            // Cortada: é o que alguns testes querem.
        }
    }

    @Test
    @DisplayName("Nenhuma resposta chega antes da ida e volta, e o conteúdo não muda")
    void atrasaSemMudar_quandoConversa() throws IOException {
        try (var socket = new Socket(rede.host(), rede.porta())) {
            for (int i = 0; i < 3; i++) {
                long antes = System.nanoTime();
                socket.getOutputStream().write(new byte[] {1, 2, (byte) i});
                assertThat(socket.getInputStream().readNBytes(3)).containsExactly(1, 2, i);
                // Um mínimo, não um tempo: a máquina mais lenta do mundo passa.
                assertThat(Duration.ofNanos(System.nanoTime() - antes)).isGreaterThanOrEqualTo(IDA_E_VOLTA);
            }
        }
    }

    @Test
    @DisplayName("O atraso não soma por pedaço: muitos bytes passam inteiros, com o fim do envio")
    void passaMuitosBytes_quandoUmSentidoTermina() throws IOException {
        byte[] muitos = new byte[3 << 20];
        Arrays.fill(muitos, (byte) 7);
        try (var socket = new Socket(rede.host(), rede.porta())) {
            Thread.ofVirtual().start(() -> enviar(socket, muitos));
            assertThat(socket.getInputStream().readAllBytes()).isEqualTo(muitos);
        }
    }

    private static void enviar(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("Cortar derruba as conexões abertas; novas continuam a ser aceitas")
    void corta_quandoPedido() throws IOException {
        try (var socket = new Socket(rede.host(), rede.porta())) {
            conversar(socket);
            assertThat(rede.conexoesAbertas()).isEqualTo(1);
            rede.cortarConexoes();
            assertThat(rede.conexoesAbertas()).isZero();
            assertThat(fimDaLeitura(socket)).isTrue();
        }
        try (var outro = new Socket(rede.host(), rede.porta())) {
            conversar(outro);
        }
    }

    @Test
    @DisplayName("Quando o cliente fecha, a conexão deixa de contar")
    void deixaDeContar_quandoClienteFecha() throws IOException {
        try (var socket = new Socket(rede.host(), rede.porta())) {
            conversar(socket);
        }
        long limite = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (rede.conexoesAbertas() > 0 && System.nanoTime() - limite < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        assertThat(rede.conexoesAbertas()).isZero();
    }

    @Test
    @DisplayName("Fechada, não aceita mais ninguém")
    void recusa_quandoFechada() {
        int porta = rede.porta();
        rede.close();
        assertThatThrownBy(() -> new Socket("127.0.0.1", porta)).isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("O endereço JDBC muda só de host e porta")
    void trocaHostEPorta_quandoJdbc() {
        assertThat(rede.jdbc("jdbc:postgresql://banco:5432/loja?user=a&password=b//c"))
                .isEqualTo("jdbc:postgresql://127.0.0.1:" + rede.porta() + "/loja?user=a&password=b//c");
    }

    private static void conversar(Socket socket) throws IOException {
        socket.getOutputStream().write(42);
        assertThat(socket.getInputStream().read()).isEqualTo(42);
    }

    private static boolean fimDaLeitura(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }
}
