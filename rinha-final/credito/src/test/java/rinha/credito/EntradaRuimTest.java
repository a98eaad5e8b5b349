package rinha.credito;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Pedidos malformados ou hostis nunca dão 500")
final class EntradaRuimTest {
    private static final String VALIDO = "{\"valor\":1,\"tipo\":\"c\",\"descricao\":\"x\"}";
    private static Deposito deposito;
    private static Instancia instancia;
    private static Cliente api;

    @BeforeAll
    static void abrir() {
        deposito = Deposito.novo(Cenario.SQLITE_LOTE);
        instancia = deposito.instancia();
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
        "PUT, /clientes/1/transacoes, 'GET,HEAD,POST'", "DELETE, /clientes/1/transacoes, 'GET,HEAD,POST'", "PATCH, /clientes/1/transacoes, 'GET,HEAD,POST'",
        "POST, /clientes/1/extrato, 'GET,HEAD'", "PUT, /health, 'GET,HEAD'", "GET, /reset, POST"
    })
    @DisplayName("Método errado num caminho que existe: 405 com Allow")
    void responde405ComAllow_quandoMetodoNaoVale(String metodo, String caminho, String permitidos) {
        var resposta = api.pedir(metodo, caminho, VALIDO, "Content-Type", "application/json");
        assertThat(resposta.statusCode()).isEqualTo(405);
        assertThat(resposta.headers().firstValue("Allow").orElseThrow().replace(" ", "").split(",")).containsExactlyInAnyOrder(permitidos.split(","));
    }

    @Test
    @DisplayName("HEAD responde o mesmo que GET, sem o corpo")
    void respondeComoGet_quandoMetodoEhHead() {
        assertThat(api.pedir("HEAD", "/clientes/1/extrato", null).statusCode()).isEqualTo(200);
        assertThat(api.pedir("HEAD", "/clientes/1/extrato", null).body()).isEmpty();
        assertThat(api.pedir("HEAD", "/clientes/6/extrato", null).statusCode()).isEqualTo(404);
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
        "text/plain, 415", "application/x-www-form-urlencoded, 415", "application/json; charset=iso-8859-1, 415", "application/jsonp, 415", "';', 415",
        "application/json; charset=xpto, 415", "'application/json; charset=\"\"', 415", "application/json; charset=@, 415"
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

    @ParameterizedTest
    @ValueSource(strings = {
        "LIXO\r\n\r\n", "GET /clientes/%zz/extrato HTTP/1.1\r\nHost: a\r\n\r\n", "GET /clientes/1/extrato HTTP/9.9\r\nHost: a\r\n\r\n",
        "GET /clientes/1/extrato HTTP/1.1\r\n\r\n", "POST /clientes/1/transacoes HTTP/1.1\r\nHost: a\r\nContent-Length: abc\r\n\r\n",
        "POST /clientes/1/transacoes HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
        "GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", "GET /clientes/1/extrato?\u0001 HTTP/1.1\r\nHost: a\r\n\r\n"
    })
    @DisplayName("O que não é HTTP recebe 4xx, ou 505, nunca 500")
    void respondeErroDoCliente_quandoNaoEhHttp(String pedido) throws IOException {
        try (var conexao = new ConexaoCrua(instancia.porta())) {
            assertThat(conexao.enviar(pedido).receber().status()).satisfiesAnyOf(s -> assertThat(s).isBetween(400, 499), s -> assertThat(s).isEqualTo(505));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ\r\n", "-1\r\n", "2\r\n{\"valor\"\r\n", "5\r\nabc\r\n0\r\n\r\n", "3\r\nabc\r\nZZ\r\n"})
    @DisplayName("Corpo em pedaços malformado: 400 em problem+json, a conexão fecha, e as métricas contam um 400")
    void responde400_quandoPedacosSaoMalformados(String pedacos) throws IOException {
        String contagem = "http_server_requests_seconds_count{method=\"POST\",status=\"400\",uri=\"/clientes/{id}/transacoes\"} ";
        long antes = contados(contagem);
        try (var conexao = new ConexaoCrua(instancia.porta())) {
            var resposta = conexao.enviar("POST /clientes/1/transacoes HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + pedacos).receber();
            assertThat(resposta.status()).isEqualTo(400);
            assertThat(resposta.cabecalhos()).contains("application/problem+json");
            assertThat(Cliente.json(resposta.corpo()).path("title").asText()).isEqualTo("Corpo malformado");
            assertThat(resposta.fechaConexao()).isTrue();
            assertThat(conexao.fechada()).isTrue();
        }
        Espera.ate(() -> contados(contagem) == antes + 1, () -> "mais um 400 em /metrics");
    }

    @Test
    @DisplayName("Cliente que vai embora no meio do corpo continua a contar 499, e não 400")
    void conta499_quandoClienteVaiEmbora() throws IOException {
        String contagem = "http_server_requests_seconds_count{method=\"POST\",status=\"499\",uri=\"/clientes/{id}/transacoes\"} ";
        long antes = contados(contagem);
        for (String inicio : new String[] {"Transfer-Encoding: chunked\r\n\r\n5\r\nab", "Content-Length: 100\r\n\r\n{"}) {
            try (var conexao = new ConexaoCrua(instancia.porta())) {
                conexao.enviar("POST /clientes/1/transacoes HTTP/1.1\r\nHost: a\r\n" + inicio);
            }
        }
        Espera.ate(() -> contados(contagem) == antes + 2, () -> "mais dois 499 em /metrics");
    }

    private static long contados(String contagem) {
        return api.ler("/metrics").body().lines().filter(linha -> linha.startsWith(contagem))
                .mapToLong(linha -> (long) Double.parseDouble(linha.substring(contagem.length()))).sum();
    }

    @Test
    @DisplayName("Cabeçalhos grandes demais: 431, sem prender memória")
    void responde431_quandoCabecalhosSaoEnormes() throws IOException {
        try (var conexao = new ConexaoCrua(instancia.porta())) {
            assertThat(conexao.enviar("GET /health HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n").receber().status()).isEqualTo(431);
        }
    }
}
