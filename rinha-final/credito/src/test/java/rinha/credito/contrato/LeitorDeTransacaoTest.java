package rinha.credito.contrato;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rinha.credito.conta.Tipo;
import rinha.credito.contrato.Leitura.Lida;

@DisplayName("A leitura do corpo de uma transação")
final class LeitorDeTransacaoTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "{\"valor\":1000,\"tipo\":\"c\",\"descricao\":\"toma\"}",
        " \r\n\t{ \"descricao\" : \"toma\" , \"tipo\" : \"c\" , \"valor\" : 1000 } \n",
        "{\"val\\u006Fr\":1000,\"tipo\":\"\\u0063\",\"descricao\":\"to\\u006da\"}",
        "{\"extra\":{\"a\":[1.5,-0e+3,true,false,null,\"\\\"\"],\"b\":{}},\"valor\":1000,\"tipo\":\"c\",\"descricao\":\"toma\",\"fim\":[]}"
    })
    @DisplayName("Aceita qualquer forma do mesmo objeto: ordem, espaços, escapes e campos a mais")
    void leOsTresCampos_quandoObjetoEhBemFormado(String json) {
        assertThat(ler(json)).isEqualTo(new Lida(1000, Tipo.CREDITO, "toma"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1                    | 1
            2147483648           | 2147483648
            9223372036854775807  | 9223372036854775807
            """)
    @DisplayName("Lê inteiros de até 64 bits, exatos")
    void leInteirosExatos_quandoCabemEm64Bits(String texto, long valor) {
        assertThat(ler(comValor(texto))).isEqualTo(new Lida(valor, Tipo.DEBITO, "x"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                     | VALOR_NAO_POSITIVO
            -0                    | VALOR_NAO_POSITIVO
            -1                    | VALOR_NAO_POSITIVO
            -9223372036854775808  | VALOR_NAO_POSITIVO
            9223372036854775808   | VALOR_FORA_DO_ALCANCE
            -9223372036854775809  | VALOR_FORA_DO_ALCANCE
            99999999999999999999  | VALOR_FORA_DO_ALCANCE
            1.0                   | VALOR_NAO_INTEIRO
            1e3                   | VALOR_NAO_INTEIRO
            1E+3                  | VALOR_NAO_INTEIRO
            99999999999999999999.5| VALOR_NAO_INTEIRO
            "1"                   | VALOR_NAO_INTEIRO
            true                  | VALOR_NAO_INTEIRO
            null                  | VALOR_NAO_INTEIRO
            [1]                   | VALOR_NAO_INTEIRO
            01                    | JSON_MALFORMADO
            +1                    | JSON_MALFORMADO
            .5                    | JSON_MALFORMADO
            1.                    | JSON_MALFORMADO
            1e                    | JSON_MALFORMADO
            -                     | JSON_MALFORMADO
            NaN                   | JSON_MALFORMADO
            0x10                  | JSON_MALFORMADO
            """)
    @DisplayName("Recusa valores que não são um inteiro positivo de 64 bits, cada um pelo seu motivo")
    void recusaComMotivo_quandoValorNaoServe(String texto, Recusa motivo) {
        assertThat(ler(comValor(texto))).isEqualTo(motivo);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "{", "}", "{}x", "{\"valor\"}", "{\"valor\":}", "{valor:1}", "{'valor':1}", "{\"valor\":1,}", "{,}", "[1]", "\"x\"", "1", "\uFEFF{}",
        "{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"\n\"}", "{\"a\":\"\t\"}", "{\"a\":tru}", "{\"a\":truex}", "{\"a\":[1,]}", "{\"a\":[1}", "{\"a\" 1}", "{}{}",
        "{\"a\":1 \"b\":2}", "// {}", "{\"a\":/*x*/1}"
    })
    @DisplayName("Recusa o que não é um objeto JSON")
    void recusaMalformado_quandoNaoEhObjetoJson(String json) {
        assertThat(ler(json)).isEqualTo(Recusa.JSON_MALFORMADO);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"valor":1,"valor":1,"tipo":"c","descricao":"x"}         | CAMPO_REPETIDO
            {"valor":1,"tipo":"c","tipo":"c","descricao":"x"}        | CAMPO_REPETIDO
            {"valor":1,"tipo":"c","descricao":"x","descricao":"y"}   | CAMPO_REPETIDO
            {"tipo":"c","descricao":"x"}                             | CAMPO_AUSENTE
            {"valor":1,"descricao":"x"}                              | CAMPO_AUSENTE
            {"valor":1,"tipo":"c"}                                   | CAMPO_AUSENTE
            {"Valor":1,"tipo":"c","descricao":"x"}                   | CAMPO_AUSENTE
            {}                                                       | CAMPO_AUSENTE
            {"valor":1,"tipo":"C","descricao":"x"}                   | TIPO_INVALIDO
            {"valor":1,"tipo":"cd","descricao":"x"}                  | TIPO_INVALIDO
            {"valor":1,"tipo":"","descricao":"x"}                    | TIPO_INVALIDO
            {"valor":1,"tipo":1,"descricao":"x"}                     | TIPO_INVALIDO
            {"valor":1,"tipo":null,"descricao":"x"}                  | TIPO_INVALIDO
            {"valor":1,"tipo":"c","descricao":""}                    | DESCRICAO_INVALIDA
            {"valor":1,"tipo":"c","descricao":null}                  | DESCRICAO_INVALIDA
            {"valor":1,"tipo":"c","descricao":5}                     | DESCRICAO_INVALIDA
            {"valor":1,"tipo":"c","descricao":["x"]}                 | DESCRICAO_INVALIDA
            {"valor":1,"tipo":"c","descricao":"12345678901"}         | DESCRICAO_INVALIDA
            {"valor":1,"tipo":"c","descricao":"\\u0000"}             | DESCRICAO_INVALIDA
            {"valor":1,"tipo":"c","descricao":"\\ud83d"}             | UTF8_INVALIDO
            {"valor":1,"tipo":"c","descricao":"\\ude00\\ud83d"}      | UTF8_INVALIDO
            """)
    @DisplayName("Recusa campos repetidos, ausentes ou de outro tipo")
    void recusaComMotivo_quandoCampoNaoServe(String json, Recusa motivo) {
        assertThat(ler(json)).isEqualTo(motivo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "80", "c0af", "c1bf", "e080af", "eda080", "f0808080", "f4908080", "f5808080", "c3", "e2 82", "f09f98"})
    @DisplayName("Recusa bytes que não são UTF-8: soltos, cortados, longos demais ou substitutos")
    void recusaUtf8_quandoBytesSaoInvalidos(String hexa) {
        byte[] antes = "{\"valor\":1,\"tipo\":\"c\",\"descricao\":\"".getBytes(StandardCharsets.US_ASCII);
        byte[] meio = HexFormat.of().parseHex(hexa.replace(" ", ""));
        byte[] corpo = new byte[antes.length + meio.length + 2];
        System.arraycopy(antes, 0, corpo, 0, antes.length);
        System.arraycopy(meio, 0, corpo, antes.length, meio.length);
        corpo[corpo.length - 2] = '"';
        corpo[corpo.length - 1] = '}';
        assertThat(LeitorDeTransacao.ler(corpo, corpo.length)).isEqualTo(Recusa.UTF8_INVALIDO);
    }

    @Test
    @DisplayName("Um JSON aninhado demais é recusado, não estoura a pilha")
    void recusa_quandoAninhamentoEhProfundo() {
        assertThat(ler("{\"a\":" + "[".repeat(100_000))).isEqualTo(Recusa.JSON_MALFORMADO);
    }

    @Test
    @DisplayName("Só os primeiros bytes contam: o resto do buffer é ignorado")
    void leSoOTamanhoDado_quandoBufferEhMaior() {
        byte[] corpo = (comValor("7") + "lixo").getBytes(StandardCharsets.UTF_8);
        assertThat(LeitorDeTransacao.ler(corpo, corpo.length - 4)).isEqualTo(new Lida(7, Tipo.DEBITO, "x"));
    }

    private static String comValor(String valor) {
        return "{\"tipo\":\"d\",\"descricao\":\"x\",\"valor\":" + valor + "}";
    }

    private static Leitura ler(String json) {
        byte[] corpo = json.getBytes(StandardCharsets.UTF_8);
        return LeitorDeTransacao.ler(corpo, corpo.length);
    }
}
