package rinha.credito;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("X-Correlation-Id volta em toda resposta, também nas de erro")
final class CorrelacaoTest {
    private static final String NOME = "abc-1.2_Z";
    private static Deposito deposito;
    private static Instancia instancia;
    private static Cliente api;

    @BeforeAll
    static void abrir() {
        deposito = Deposito.novo(Cenario.SQLITE_LOTE);
        instancia = deposito.instancia("CREDITO_PRAZO_PEDIDO_MS", "300");
        api = instancia.cliente();
    }

    @AfterAll
    static void fechar() {
        instancia.close();
        deposito.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /health, 200", "GET, /clientes/6/extrato, 404", "GET, /clientes/1/transacoes?limite=0, 422", "GET, /, 404", "GET, /clientes/1, 404",
        "POST, /favicon.ico, 404", "PUT, /clientes/1/transacoes, 405", "POST, /clientes/1/extrato, 405"
    })
    @DisplayName("A correlação do cliente volta na resposta; a que não serve, não")
    void devolveACorrelacao_quandoEhAceitavel(String metodo, String caminho, int status) {
        var resposta = api.pedir(metodo, caminho, null, "X-Correlation-Id", NOME);
        assertThat(resposta.statusCode()).isEqualTo(status);
        assertThat(resposta.headers().allValues("X-Correlation-Id")).containsExactly(NOME);
        assertThat(api.pedir(metodo, caminho, null, "X-Correlation-Id", "a b;c").headers().firstValue("X-Correlation-Id")).isEmpty();
        assertThat(api.pedir(metodo, caminho, null).headers().firstValue("X-Correlation-Id")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "400, 'Transfer-Encoding: chunked', 'ZZ\r\n'", "408, 'Content-Length: 100', '{'", "413, 'Content-Length: 999999999', '{'",
        "415, 'Content-Type: text/plain\r\nContent-Length: 2', '{}'", "415, 'Content-Encoding: gzip\r\nContent-Length: 2', '{}'",
        "422, 'Content-Length: 2', '{}'"
    })
    @DisplayName("Também quando o corpo não serve ou não chega")
    void devolveACorrelacao_quandoOCorpoEhRecusado(int status, String cabecalho, String corpo) throws IOException {
        recebe(status, "POST /clientes/1/transacoes HTTP/1.1\r\nHost: a\r\nX-Correlation-Id: %s\r\n%s\r\n\r\n%s".formatted(NOME, cabecalho, corpo));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"400, 'GET /clientes/%ff/extrato', 'X: x'", "404, 'OPTIONS *', 'X: x'", "417, 'POST /clientes/1/transacoes', 'Expect: outra-coisa'"})
    @DisplayName("Também quando o Jetty recusa antes das rotas, se leu os cabeçalhos")
    void devolveACorrelacao_quandoOJettyRecusa(int status, String pedido, String cabecalho) throws IOException {
        recebe(status, "%s HTTP/1.1\r\nHost: a\r\nX-Correlation-Id: %s\r\n%s\r\n\r\n".formatted(pedido, NOME, cabecalho));
    }

    private static void recebe(int status, String pedido) throws IOException {
        try (var conexao = new ConexaoCrua(instancia.porta())) {
            var resposta = conexao.enviar(pedido).receber();
            assertThat(resposta.status()).isEqualTo(status);
            assertThat(resposta.cabecalhos()).contains("X-Correlation-Id: " + NOME + "\n");
        }
    }
}
