package rinha.credito;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Codificação de conteúdo: gzip na resposta, e nenhuma no pedido")
final class CodificacaoTest {
    private static final String VALIDO = "{\"valor\":1,\"tipo\":\"c\",\"descricao\":\"x\"}";
    private static final String PAGINA = "/clientes/1/transacoes?limite=40";
    private static Deposito deposito;
    private static Instancia instancia;
    private static Cliente api;

    @BeforeAll
    static void abrir() {
        deposito = Deposito.novo(Cenario.SQLITE_LOTE);
        instancia = deposito.instancia("CREDITO_COMPRESSAO", "sim");
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
    @DisplayName("Com compressão, uma página grande vai em gzip a quem aceita, e só a ele")
    void comprime_quandoClienteAceitaEPaginaEhGrande() {
        IntStream.range(0, 40).forEach(i -> api.transacao(1, "c", 1, "t" + i));
        assertThat(api.pedir("GET", PAGINA, null, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(api.ler(PAGINA).headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(Cliente.json(api.ler(PAGINA)).path("transacoes")).hasSize(40);
        assertThat(api.pedir("GET", "/clientes/1/extrato", null, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/clientes/1/transacoes?limite=40, 200", "/clientes/1/extrato, 200", "/clientes/6/extrato, 404", "/clientes/1/transacoes?limite=0, 422"})
    @DisplayName("Onde o gzip é possível, Vary diz a um cache que a resposta depende de Accept-Encoding, com gzip ou sem")
    void dizVary_quandoARotaPodeComprimir(String caminho, int status) {
        IntStream.range(0, 40).forEach(i -> api.transacao(1, "c", 1, "t" + i));
        for (String aceita : new String[] {"gzip", "identity"}) {
            var resposta = api.pedir("GET", caminho, null, "Accept-Encoding", aceita);
            assertThat(resposta.statusCode()).isEqualTo(status);
            assertThat(resposta.headers().allValues("Vary")).as(aceita).containsExactly("Accept-Encoding");
        }
    }

    @Test
    @DisplayName("O que nunca é comprimido não leva Vary, nem rota nenhuma sem compressão")
    void naoDizVary_quandoNadaComprime() {
        assertThat(api.transacao(1, "c", 1, "um").headers().firstValue("Vary")).isEmpty();
        assertThat(api.ler("/health").headers().firstValue("Vary")).isEmpty();
        try (var outro = Deposito.novo(Cenario.SQLITE_LOTE); var semCompressao = outro.instancia("CREDITO_COMPRESSAO", "nao")) {
            assertThat(semCompressao.cliente().ler(PAGINA).headers().firstValue("Vary")).isEmpty();
        }
    }

    @Test
    @DisplayName("Corpo em gzip: 415, que diz a codificação aceita, e nada é aplicado")
    void responde415_quandoCorpoVemEmGzip() throws IOException {
        var corpo = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(corpo)) {
            gzip.write(VALIDO.getBytes(StandardCharsets.UTF_8));
        }
        try (var conexao = new ConexaoCrua(instancia.porta())) {
            conexao.enviar("POST /clientes/1/transacoes HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n".formatted(corpo.size()));
            var resposta = conexao.enviar(corpo.toByteArray()).receber();
            assertThat(resposta.status()).isEqualTo(415);
            assertThat(resposta.cabecalhos()).contains("Accept-Encoding: identity");
            assertThat(Cliente.json(resposta.corpo()).path("detail").asText()).contains("Content-Encoding");
        }
        assertThat(api.extrato(1).path("ultimas_transacoes")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "deflate", "br", "zstd", "identity, gzip", "gzip, identity", "aes128gcm", "xpto"})
    @DisplayName("Qualquer codificação além de identity é recusada pelo nome, sem interpretar o corpo")
    void responde415_quandoHaCodificacao(String codificacao) {
        // O corpo é uma transação que serviria: só o cabeçalho a recusa.
        var resposta = api.pedir("POST", "/clientes/1/transacoes", VALIDO, "Content-Type", "application/json", "Content-Encoding", codificacao);
        assertThat(resposta.statusCode()).isEqualTo(415);
        assertThat(resposta.headers().allValues("Accept-Encoding")).containsExactly("identity");
        assertThat(api.saldo(1)).isZero();
    }

    @Test
    @DisplayName("A codificação escondida no segundo cabeçalho também conta")
    void responde415_quandoCodificacaoVemEmOutroCabecalho() {
        var resposta = api.pedir("POST", "/clientes/1/transacoes", VALIDO, "Content-Encoding", "identity", "Content-Encoding", "gzip");
        assertThat(resposta.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity", " identity ", "identity, identity"})
    @DisplayName("identity é o mesmo que nenhuma")
    void aceita_quandoCodificacaoEhIdentity(String codificacao) {
        assertThat(api.pedir("POST", "/clientes/1/transacoes", VALIDO, "Content-Encoding", codificacao).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("O 415 do Content-Type não fala de codificação: quem lê sabe qual dos dois consertar")
    void naoDizAcceptEncoding_quandoOErroEhOTipo() {
        var resposta = api.pedir("POST", "/clientes/1/transacoes", VALIDO, "Content-Type", "text/plain");
        assertThat(resposta.statusCode()).isEqualTo(415);
        assertThat(resposta.headers().firstValue("Accept-Encoding")).isEmpty();
    }
}
