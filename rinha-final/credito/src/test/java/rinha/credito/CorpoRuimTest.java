package rinha.credito;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Corpos grandes, cortados, lentos ou em pedaços")
final class CorpoRuimTest {
    private static final String VALIDO = "{\"valor\":1,\"tipo\":\"c\",\"descricao\":\"x\"}";
    private static Deposito deposito;
    private static Instancia instancia;
    private static Cliente api;

    @BeforeAll
    static void abrir() {
        deposito = Deposito.novo(Cenario.SQLITE_LOTE);
        instancia = deposito.instancia("CREDITO_PRAZO_PEDIDO_MS", "300", "CREDITO_CORPO_MAXIMO", "1024", "CREDITO_CONEXOES_MAXIMAS", "100");
        api = instancia.cliente();
    }

    @AfterAll
    static void fechar() {
        instancia.close();
        deposito.close();
    }

    @BeforeEach
    void zerar() {
        api.zerar();
    }

    @Test
    @DisplayName("Corpo grande demais: 413 sem o ler, anunciado ou não, e a conexão fecha")
    void responde413_quandoCorpoEhEnorme() throws IOException {
        try (var conexao = new ConexaoCrua(instancia.porta())) {
            var resposta = conexao.enviar("POST /clientes/1/transacoes HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\n\r\n{").receber();
            assertThat(resposta.status()).isEqualTo(413);
            assertThat(resposta.fechaConexao()).isTrue();
        }
        try (var conexao = new ConexaoCrua(instancia.porta())) {
            var pedaco = "400\r\n" + " ".repeat(1_024) + "\r\n";
            var resposta = conexao.enviar("POST /clientes/1/transacoes HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + pedaco + pedaco).receber();
            assertThat(resposta.status()).isEqualTo(413);
        }
    }

    @Test
    @DisplayName("Corpo em pedaços (chunked) dentro do limite é aceito")
    void aceita_quandoCorpoVemEmPedacos() throws IOException {
        try (var conexao = new ConexaoCrua(instancia.porta())) {
            var corpo = new StringBuilder("POST /clientes/1/transacoes HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (char c : VALIDO.toCharArray()) {
                corpo.append("1\r\n").append(c).append("\r\n");
            }
            assertThat(conexao.enviar(corpo + "0\r\n\r\n").receber().status()).isEqualTo(200);
            assertThat(conexao.enviar(ConexaoCrua.post(1, VALIDO)).receber().corpo()).contains("\"saldo\":2");
        }
    }

    @Test
    @DisplayName("Bytes que não são UTF-8 no corpo: 422")
    void responde422_quandoCorpoNaoEhUtf8() throws IOException {
        var corpo = new ByteArrayOutputStream();
        corpo.writeBytes("POST /clientes/1/transacoes HTTP/1.1\r\nHost: a\r\nContent-Length: 40\r\n\r\n{\"valor\":1,\"tipo\":\"c\",\"descricao\":\"".getBytes(StandardCharsets.US_ASCII));
        corpo.writeBytes(new byte[] {(byte) 0xc3, (byte) 0x28, '"', '}', ' '});
        try (var conexao = new ConexaoCrua(instancia.porta())) {
            assertThat(conexao.enviar(corpo.toByteArray()).receber().status()).isEqualTo(422);
        }
    }

    @Test
    @DisplayName("Cliente que manda meio corpo e se cala: 408 no prazo, e a conexão fecha")
    void responde408_quandoCorpoNaoChega() throws IOException {
        try (var conexao = new ConexaoCrua(instancia.porta())) {
            var resposta = conexao.enviar("POST /clientes/1/transacoes HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{\"valor\"").receber();
            assertThat(resposta.status()).isEqualTo(408);
            assertThat(resposta.fechaConexao()).isTrue();
            assertThat(conexao.fechada()).isTrue();
        }
        assertThat(api.extrato(1).path("ultimas_transacoes")).isEmpty();
    }

    @Test
    @DisplayName("Cliente que goteja um byte por vez também esgota o prazo")
    void responde408_quandoCorpoGoteja() throws IOException, InterruptedException {
        try (var conexao = new ConexaoCrua(instancia.porta())) {
            conexao.enviar("POST /clientes/1/transacoes HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
            var gotas = Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < 200; i++) {
                        conexao.enviar(" ");
                        Thread.sleep(20);
                    }
                } catch (IOException | InterruptedException e) {
                    // O servidor fechou a conexão: é o que se espera dele.
                }
            });
            assertThat(conexao.receber().status()).isEqualTo(408);
            gotas.interrupt();
            gotas.join();
        }
    }

    @Test
    @DisplayName("Cliente que vai embora no meio do corpo não deixa rastro, e a API segue atendendo")
    void segueAtendendo_quandoClienteVaiEmbora() throws IOException {
        for (int i = 0; i < 50; i++) {
            try (var conexao = new ConexaoCrua(instancia.porta())) {
                conexao.enviar("POST /clientes/1/transacoes HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{\"valor\":1,");
            }
        }
        assertThat(api.transacao(1, "c", 5, "vivo").body()).isEqualTo("{\"limite\":100000,\"saldo\":5}");
    }
}
