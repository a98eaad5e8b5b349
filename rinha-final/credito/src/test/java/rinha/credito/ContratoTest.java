package rinha.credito;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("O contrato de 2024, em cada armazenamento e modo de escrita")
final class ContratoTest extends EmCadaCenario {
    @ParameterizedTest(name = "cliente {0}: limite {1}")
    @CsvSource({"1, 100000", "2, 80000", "3, 1000000", "4, 10000000", "5, 500000"})
    @DisplayName("Os cinco clientes começam com saldo zero e o seu limite")
    void mostraLimiteESaldoZero_quandoNadaAconteceu(int cliente, long limite) {
        var extrato = api.extrato(cliente);
        assertThat(extrato.path("saldo").path("total").asLong()).isZero();
        assertThat(extrato.path("saldo").path("limite").asLong()).isEqualTo(limite);
        assertThat(Instant.parse(extrato.path("saldo").path("data_extrato").asText())).isAfter(Instant.now().minusSeconds(60));
        assertThat(extrato.path("ultimas_transacoes")).isEmpty();
    }

    @Test
    @DisplayName("O crédito soma, o débito subtrai, e a resposta traz limite e saldo exatos")
    void respondeLimiteESaldo_quandoTransacaoEhAceita() {
        assertThat(api.transacao(1, "c", 1_000, "toma").body()).isEqualTo("{\"limite\":100000,\"saldo\":1000}");
        var debito = api.transacao(1, "d", 10_098, "devolve");
        assertThat(debito.statusCode()).isEqualTo(200);
        assertThat(debito.body()).isEqualTo("{\"limite\":100000,\"saldo\":-9098}");
        assertThat(debito.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    @DisplayName("O extrato traz as dez últimas, da mais nova para a mais velha")
    void listaAsDezUltimas_quandoHaMaisDeDez() {
        IntStream.rangeClosed(1, 12).forEach(i -> api.transacao(2, i % 3 == 0 ? "d" : "c", i, "t" + i));
        var ultimas = api.extrato(2).path("ultimas_transacoes");
        assertThat(ultimas).hasSize(10);
        assertThat(ultimas.findValuesAsText("descricao")).isEqualTo(List.of("t12", "t11", "t10", "t9", "t8", "t7", "t6", "t5", "t4", "t3"));
        assertThat(ultimas.get(0).path("tipo").asText()).isEqualTo("d");
        assertThat(ultimas.get(0).path("valor").asLong()).isEqualTo(12);
        var instantes = ultimas.findValuesAsText("realizada_em").stream().map(Instant::parse).toList();
        assertThat(instantes).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    @DisplayName("O débito que chega exatamente ao limite passa; um centavo além, 422 e nada muda")
    void recusaSemAplicar_quandoDebitoPassaDoLimite() {
        assertThat(api.transacao(2, "d", 80_000, "tudo").statusCode()).isEqualTo(200);
        assertThat(api.transacao(2, "d", 1, "mais um").statusCode()).isEqualTo(422);
        assertThat(api.saldo(2)).isEqualTo(-80_000);
        assertThat(api.extrato(2).path("ultimas_transacoes")).hasSize(1);
    }

    @Test
    @DisplayName("Valores além de int são exatos, e nem crédito nem débito transbordam o saldo")
    void naoTransborda_quandoValorEhEnorme() {
        assertThat(api.transacao(1, "c", 3_000_000_000L, "além").body()).isEqualTo("{\"limite\":100000,\"saldo\":3000000000}");
        assertThat(api.transacao(1, "c", Long.MAX_VALUE, "estoura").statusCode()).isEqualTo(422);
        assertThat(api.transacao(1, "c", Long.MAX_VALUE - 3_000_000_000L, "até o fim").body()).isEqualTo("{\"limite\":100000,\"saldo\":9223372036854775807}");
        assertThat(api.transacao(1, "c", 1, "um a mais").statusCode()).isEqualTo(422);
        assertThat(api.transacao(2, "d", Long.MAX_VALUE, "estoura").statusCode()).isEqualTo(422);
        assertThat(api.saldo(2)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"valor\":1.2,\"tipo\":\"d\",\"descricao\":\"x\"}", "{\"valor\":1,\"tipo\":\"x\",\"descricao\":\"x\"}",
        "{\"valor\":1,\"tipo\":\"c\",\"descricao\":\"123456789 e mais um pouco\"}", "{\"valor\":1,\"tipo\":\"c\",\"descricao\":\"\"}",
        "{\"valor\":1,\"tipo\":\"c\",\"descricao\":null}", "{\"valor\":1.0,\"tipo\":\"c\",\"descricao\":\"x\"}",
        "{\"valor\":1e3,\"tipo\":\"c\",\"descricao\":\"x\"}", "{\"valor\":9223372036854775808,\"tipo\":\"c\",\"descricao\":\"x\"}",
        "{\"valor\":\"1\",\"tipo\":\"c\",\"descricao\":\"x\"}", "{\"valor\":0,\"tipo\":\"c\",\"descricao\":\"x\"}",
        "{\"valor\":1,\"valor\":1,\"tipo\":\"c\",\"descricao\":\"x\"}", "{\"valor\":1,\"tipo\":\"c\"", "", "null", "[]", "{}",
        "{\"valor\":1,\"tipo\":\"c\",\"descricao\":\"\\u0000\"}", "{\"valor\":1,\"tipo\":\"c\",\"descricao\":\"\\ud83d\"}"
    })
    @DisplayName("Corpo que não é uma transação: 422, com o motivo, e nada muda")
    void responde422_quandoCorpoEhInvalido(String corpo) {
        var resposta = api.postar(1, corpo);
        assertThat(resposta.statusCode()).isEqualTo(422);
        assertThat(Cliente.json(resposta).path("detail").asText()).isNotBlank();
        assertThat(api.extrato(1).path("ultimas_transacoes")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀😀😀😀😀😀😀😀😀😀", "ação ñ 漢字", "a\\\"b\\\\c\\u00e7", "          ", "\\ud83d\\ude00"})
    @DisplayName("A descrição conta caracteres, e volta igual no extrato")
    void devolveADescricaoIgual_quandoEhUnicode(String descricao) {
        assertThat(api.transacao(3, "c", 1, descricao).statusCode()).isEqualTo(200);
        var esperada = Cliente.json("\"" + descricao + "\"").asText();
        assertThat(api.extrato(3).path("ultimas_transacoes").get(0).path("descricao").asText()).isEqualTo(esperada);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "0", "-1", "abc", "1.0", "01", "+1", "2147483648", "99999999999999999999", "%31%20", "1%00"})
    @DisplayName("Cliente que não existe, ou id que não é um: 404 em toda rota")
    void responde404_quandoClienteNaoExiste(String id) {
        assertThat(api.postar(id, "{\"valor\":1,\"tipo\":\"c\",\"descricao\":\"x\"}").statusCode()).isIn(404, 400);
        assertThat(api.ler("/clientes/" + id + "/extrato").statusCode()).isIn(404, 400);
        assertThat(api.ler("/clientes/" + id + "/transacoes").statusCode()).isIn(404, 400);
    }

    @Test
    @DisplayName("A história inteira sai em páginas por cursor, sem repetir nem perder")
    void percorreAHistoria_quandoSegueOCursor() {
        IntStream.rangeClosed(1, 7).forEach(i -> api.transacao(4, "c", i, "p" + i));
        var vistas = new ArrayList<String>();
        String cursor = "";
        for (int pagina = 1; cursor != null; pagina++) {
            var json = Cliente.json(api.ler("/clientes/4/transacoes?limite=3" + cursor));
            vistas.addAll(json.path("transacoes").findValuesAsText("descricao"));
            // Transações que chegam no meio da leitura não empurram as que faltam ler.
            api.transacao(4, "c", 1, "nova" + pagina);
            cursor = json.path("proximo_cursor").isNull() ? null : "&cursor=" + json.path("proximo_cursor").asText();
        }
        assertThat(vistas).containsExactly("p7", "p6", "p5", "p4", "p3", "p2", "p1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limite=0", "limite=101", "limite=x", "cursor=abc", "cursor=AQAAAAEAAAAAAAAAAg", "cursor="})
    @DisplayName("Cursor ou limite que não servem: 422")
    void responde422_quandoPaginaEhInvalida(String consulta) {
        // O terceiro cursor é bem formado, mas do cliente 1.
        assertThat(api.ler("/clientes/4/transacoes?" + consulta).statusCode()).isEqualTo(422);
    }
}
