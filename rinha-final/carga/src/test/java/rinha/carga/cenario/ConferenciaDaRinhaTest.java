package rinha.carga.cenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rinha.carga.Molde;
import rinha.carga.Pedido;
import rinha.carga.Resposta;
import rinha.carga.Veredito;

@DisplayName("Conferência da Rinha: o que uma resposta pode dizer")
class ConferenciaDaRinhaTest {

    private final ConferenciaDaRinha conferencia = new ConferenciaDaRinha();

    private Veredito conferir(char tipo, int status, String corpo) {
        Pedido pedido = new Pedido(Molde.get("x", "/"), new byte[0], new Rinha2024.Operacao(1, tipo, 10));
        return conferencia.conferir(pedido, new RespostaPronta(status, corpo.getBytes(StandardCharsets.UTF_8)));
    }

    private record RespostaPronta(int status, byte[] corpo) implements Resposta {
        @Override
        public byte[] area() {
            return java.util.Arrays.copyOf(corpo, corpo.length + 7); // sobra, como no vetor que o motor reusa
        }

        @Override
        public int tamanho() {
            return corpo.length;
        }

        @Override
        public long latencia() {
            return 0;
        }

        @Override
        public long servico() {
            return 0;
        }
    }

    @ParameterizedTest
    @CsvSource({"d,200,true", "d,422,true", "c,200,true", "c,422,false", "e,200,true", "e,422,false", "d,500,false", "d,404,false"})
    @DisplayName("débito aceita 200 ou 422; crédito e extrato, só 200")
    void julgaOStatus_conformeAOperacao(char tipo, int status, boolean aceito) {
        String corpo = tipo == 'e'
                ? "{\"saldo\":{\"total\":0,\"limite\":100000},\"ultimas_transacoes\":[]}"
                : "{\"limite\":100000,\"saldo\":0}";
        assertThat(conferir(tipo, status, corpo) == Veredito.ACEITO).isEqualTo(aceito);
        if (!aceito) {
            assertThat(conferir(tipo, status, corpo)).isInstanceOf(Veredito.StatusInesperado.class);
        }
    }

    @Test
    @DisplayName("saldo igual a -limite passa; um centavo abaixo, não, e o motivo traz os números")
    void reprovaOSaldo_quandoPassaDoLimite() {
        assertThat(conferir('d', 200, "{\"limite\":100000,\"saldo\":-100000}")).isEqualTo(Veredito.ACEITO);
        assertThat(conferir('d', 200, " { \"saldo\" : -100001 , \"limite\":100000}"))
                .isInstanceOfSatisfying(Veredito.CorpoErrado.class, v -> assertThat(v.motivo()).contains("-100001", "-100000"));
        assertThat(conferir('e', 200, "{\"saldo\":{\"limite\":100000,\"total\":-100001},\"ultimas_transacoes\":[]}"))
                .isInstanceOf(Veredito.CorpoErrado.class);
    }

    @Test
    @DisplayName("o limite é o do cliente, e não o que a resposta quiser")
    void reprovaOLimite_quandoNaoEODoCliente() {
        assertThat(conferir('d', 200, "{\"limite\":999999,\"saldo\":-200000}"))
                .isInstanceOfSatisfying(Veredito.CorpoErrado.class, v -> assertThat(v.motivo()).contains("999999", "100000"));
    }

    @Test
    @DisplayName("o extrato com mais de dez transações é reprovado; com dez, não")
    void reprovaOExtrato_quandoListaDemais() {
        String uma = "{\"valor\":1,\"tipo\":\"c\",\"descricao\":\"x\",\"realizada_em\":\"2024-01-17T02:34:38Z\"}";
        String dez = (uma + ",").repeat(9) + uma;
        String extrato = "{\"saldo\":{\"total\":1,\"data_extrato\":\"x\",\"limite\":100000},\"ultimas_transacoes\":[%s]}";
        assertThat(conferir('e', 200, extrato.formatted(dez))).isEqualTo(Veredito.ACEITO);
        assertThat(conferir('e', 200, extrato.formatted(dez + "," + uma))).isInstanceOf(Veredito.CorpoErrado.class);
    }

    @Test
    @DisplayName("do corpo que não é JSON, o motivo traz uma linha só, com o começo do que veio e sem controles")
    void citaOQueVeio_quandoNaoEJson() {
        assertThat(conferir('c', 200, "<html>\u001b[2J\nerro</html>" + "x".repeat(500)))
                .isInstanceOfSatisfying(Veredito.CorpoErrado.class, v -> assertThat(v.motivo()).hasLineCount(1)
                        .contains("<html>\\u001b[2J⏎erro</html>").hasSizeLessThan(400).doesNotContain("Source"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "ok", "{\"saldo\":1}", "{\"limite\":100000,\"saldo\":\"1\"}", "{\"limite\":100000,\"saldo\":1.5}",
            "{\"limite\":100000,\"saldo\":1", "{\"limite\":100000,\"saldo\":1} {}", "{\"limite\":100000,\"saldo\":99999999999999999999}"})
    @DisplayName("um 200 cujo corpo não é o do contrato é reprovado")
    void reprovaOCorpo_quandoNaoEDoContrato(String corpo) {
        assertThat(conferir('c', 200, corpo)).isInstanceOf(Veredito.CorpoErrado.class);
        assertThat(conferir('e', 200, corpo)).isInstanceOf(Veredito.CorpoErrado.class);
    }
}
