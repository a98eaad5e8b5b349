package rinha.avaliador.consistencia;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rinha.carga.Molde;
import rinha.carga.Pedido;
import rinha.carga.Resposta;
import rinha.carga.TipoDeErro;
import rinha.carga.Veredito;
import rinha.carga.cenario.Rinha2024.Operacao;

@DisplayName("O livro: o que foi aceito, o que não se sabe, e a conta no fim")
final class LivroDeContasTest {

    private final LivroDeContas livro = LivroDeContas.com(Map.of(1, 100L));

    private record Pronta(int status, byte[] area) implements Resposta {
        @Override
        public int tamanho() {
            return area.length;
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

    private static Pedido pedido(char tipo, int valor) {
        return new Pedido(Molde.postJson("t", "/t"), new byte[0], new Operacao(1, tipo, valor));
    }

    private Veredito responder(char tipo, int valor, int status, String corpo) {
        return livro.conferir(pedido(tipo, valor), new Pronta(status, corpo.getBytes(StandardCharsets.UTF_8)));
    }

    private Fechamento.Conta fechar(long visto) {
        return livro.fechar(Map.of(1, visto)).contas().getFirst();
    }

    @Test
    @DisplayName("só 200 conta; 422 não; e a soma é exata")
    void somaSoAsAceitas() {
        responder('c', 50, 200, "{\"limite\":100000,\"saldo\":150}");
        responder('d', 30, 200, "{\"limite\":100000,\"saldo\":120}");
        responder('d', 30, 422, "");
        assertThat(fechar(120).confere()).isTrue();
        assertThat(fechar(119).diferenca()).isEqualTo(-1);
        assertThat(fechar(121).diferenca()).isEqualTo(1);
        assertThat(fechar(0).esperado()).isEqualTo("120");
    }

    @Test
    @DisplayName("sem resposta e 5xx abrem um intervalo; o pedido que nem saiu, não")
    void abreIntervalo_quandoNaoSeSabe() {
        livro.semResposta(pedido('c', 50), TipoDeErro.TIMEOUT, true);
        livro.semResposta(pedido('c', 1_000), TipoDeErro.CONEXAO_RECUSADA, false);
        responder('d', 30, 503, "");
        assertThat(fechar(70).confere()).isTrue();
        assertThat(fechar(150).confere()).isTrue();
        assertThat(fechar(69).confere()).isFalse();
        assertThat(fechar(151).confere()).isFalse();
        assertThat(fechar(0).esperado()).isEqualTo("entre 70 e 150");
        assertThat(fechar(0).desconhecidas()).isEqualTo(2);
    }

    @Test
    @DisplayName("o 5xx que com certeza não aplicou não abre intervalo")
    void confia_quandoARecusaEhCerta() {
        LivroDeContas certo = LivroDeContas.com(Map.of(1, 0L), r -> r.texto().contains("fila cheia"));
        certo.conferir(pedido('d', 30), new Pronta(503, "fila cheia".getBytes(StandardCharsets.UTF_8)));
        assertThat(certo.fechar(Map.of(1, 0L)).desconhecidas()).isZero();
    }

    @Test
    @DisplayName("do corpo enorme, o exemplo leva só o começo")
    void corta_quandoOCorpoEhEnorme() {
        responder('d', 30, 200, "{\"limite\":100000,\"saldo\":-100001,\"enfeite\":\"" + "x".repeat(100_000) + "\"}");
        assertThat(livro.exemplos()).singleElement().satisfies(e -> assertThat(e.enviado() + e.veio() + e.esperado()).contains("-100001").hasSizeLessThan(400));
    }

    @Test
    @DisplayName("saldo abaixo do limite é inconsistência; corpo que não se lê é só resposta ruim, e a transação conta assim mesmo")
    void separaDinheiroDeForma() {
        responder('d', 30, 200, "{\"limite\":100000,\"saldo\":-100001}");
        responder('d', 30, 200, "<html>");
        assertThat(livro.inconsistencias()).isEqualTo(1);
        assertThat(livro.exemplos()).singleElement().satisfies(e -> assertThat(e.veio()).contains("-100001"));
        assertThat(fechar(40).confere()).isTrue();
    }
}
