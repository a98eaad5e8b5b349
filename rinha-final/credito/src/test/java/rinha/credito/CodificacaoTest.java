package rinha.credito;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Codificação de conteúdo: gzip na resposta")
final class CodificacaoTest {
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
}
