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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Pedidos malformados, hostis ou lentos nunca dão 500")
final class EntradaRuimTest {
    private static final String VALIDO = "{\"valor\":1,\"tipo\":\"c\",\"descricao\":\"x\"}";
    private static Deposito deposito;
    private static Instancia instancia;
    private static Cliente api;

    @BeforeAll
    static void abrir() {
        deposito = Deposito.novo(Cenario.SQLITE_LOTE);
        instancia = deposito.instancia("CREDITO_PRAZO_CORPO_MS", "300", "CREDITO_CORPO_MAXIMO", "1024", "CREDITO_CONEXOES_MAXIMAS", "100");
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

    @ParameterizedTest
    @CsvSource({
        "PUT, /clientes/1/transacoes, 'GET,POST'", "DELETE, /clientes/1/transacoes, 'GET,POST'", "PATCH, /clientes/1/transacoes, 'GET,POST'",
        "POST, /clientes/1/extrato, GET", "PUT, /health, GET", "GET, /reset, POST"
    })
    @DisplayName("Método errado num caminho que existe: 405 com Allow")
    void responde405ComAllow_quandoMetodoNaoVale(String metodo, String caminho, String permitidos) {
        var resposta = api.pedir(metodo, caminho, VALIDO, "Content-Type", "application/json");
        assertThat(resposta.statusCode()).isEqualTo(405);
        assertThat(resposta.headers().firstValue("Allow").orElseThrow().replace(" ", "").split(",")).containsExactlyInAnyOrder(permitidos.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/clientes", "/clientes/1", "/clientes/1/2/extrato", "/Clientes/1/extrato", "/favicon.ico"})
    @DisplayName("Caminho que não existe: 404 em problem+json")
    void responde404_quandoCaminhoNaoExiste(String caminho) {
        var resposta = api.ler(caminho);
        assertThat(resposta.statusCode()).isEqualTo(404);
        assertThat(resposta.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 200", "application/json; charset=utf-8, 200", "Application/JSON;charset=\"UTF-8\", 200",
        "text/plain, 415", "application/x-www-form-urlencoded, 415", "application/json; charset=iso-8859-1, 415", "application/jsonp, 415", "';', 415"
    })
    @DisplayName("Só JSON em UTF-8: outro tipo de conteúdo, 415")
    void responde415_quandoTipoDeConteudoNaoEhJson(String tipo, int status) {
        assertThat(api.pedir("POST", "/clientes/1/transacoes", VALIDO, "Content-Type", tipo).statusCode()).isEqualTo(status);
    }

    @Test
    @DisplayName("Sem Content-Type, o corpo é lido como JSON")
    void aceita_quandoFaltaTipoDeConteudo() {
        assertThat(api.pedir("POST", "/clientes/1/transacoes", VALIDO).statusCode()).isEqualTo(200);
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

    @ParameterizedTest
    @ValueSource(strings = {
        "LIXO\r\n\r\n", "GET /clientes/%zz/extrato HTTP/1.1\r\nHost: a\r\n\r\n", "GET /clientes/1/extrato HTTP/9.9\r\nHost: a\r\n\r\n",
        "GET /clientes/1/extrato HTTP/1.1\r\n\r\n", "POST /clientes/1/transacoes HTTP/1.1\r\nHost: a\r\nContent-Length: abc\r\n\r\n",
        "POST /clientes/1/transacoes HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
        "POST /clientes/1/transacoes HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        "GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", "GET /clientes/1/extrato?\u0001 HTTP/1.1\r\nHost: a\r\n\r\n"
    })
    @DisplayName("O que não é HTTP recebe 4xx, ou 505, nunca 500")
    void respondeErroDoCliente_quandoNaoEhHttp(String pedido) throws IOException {
        try (var conexao = new ConexaoCrua(instancia.porta())) {
            assertThat(conexao.enviar(pedido).receber().status()).satisfiesAnyOf(s -> assertThat(s).isBetween(400, 499), s -> assertThat(s).isEqualTo(505));
        }
    }

    @Test
    @DisplayName("Cabeçalhos grandes demais: 431, sem prender memória")
    void responde431_quandoCabecalhosSaoEnormes() throws IOException {
        try (var conexao = new ConexaoCrua(instancia.porta())) {
            assertThat(conexao.enviar("GET /health HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n").receber().status()).isEqualTo(431);
        }
    }

    @Test
    @DisplayName("A correlação do cliente volta na resposta; a que não serve, não")
    void devolveACorrelacao_quandoEhAceitavel() {
        assertThat(api.pedir("GET", "/health", null, "X-Correlation-Id", "abc-1.2_Z").headers().firstValue("X-Correlation-Id")).hasValue("abc-1.2_Z");
        assertThat(api.pedir("GET", "/health", null, "X-Correlation-Id", "a b;c").headers().firstValue("X-Correlation-Id")).isEmpty();
    }
}
