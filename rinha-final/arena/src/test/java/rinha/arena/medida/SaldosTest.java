package rinha.arena.medida;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rinha.arena.Recusa;

@DisplayName("Os saldos lidos de um servidor qualquer")
class SaldosTest {
    private HttpServer servidor;
    private volatile String extrato;

    @BeforeEach
    void ligar() throws IOException {
        servidor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        servidor.createContext("/", troca -> {
            try (troca) {
                byte[] corpo = extrato.getBytes(StandardCharsets.UTF_8);
                troca.sendResponseHeaders(200, corpo.length);
                troca.getResponseBody().write(corpo);
            }
        });
        servidor.start();
    }

    @AfterEach
    void desligar() {
        servidor.stop(0);
    }

    @Test
    @DisplayName("Lê o saldo de cada cliente")
    void le() {
        extrato = "{\"saldo\": {\"total\": -9098}}";
        assertThat(Saldos.ler(url())).isEqualTo(Map.of(1, -9098L, 2, -9098L, 3, -9098L, 4, -9098L, 5, -9098L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"saldo\": {\"total\": 9999999999999999999}}", "{\"saldo\": {\"total\": \"10\"}}", "{\"total\": 10}", "[]", "olá", ""})
    @DisplayName("Um extrato sem um saldo que caiba num long é recusado, dizendo o que veio")
    void recusa_quandoNaoHaSaldo(String corpo) {
        extrato = corpo;
        assertThatThrownBy(() -> Saldos.ler(url())).isInstanceOf(Recusa.class).hasMessageContaining("/clientes/1/extrato devolveu 200").hasMessageContaining("não há nele o saldo");
    }

    private String url() {
        return "http://127.0.0.1:" + servidor.getAddress().getPort();
    }
}
