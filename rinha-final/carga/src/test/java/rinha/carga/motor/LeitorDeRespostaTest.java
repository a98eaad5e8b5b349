package rinha.carga.motor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Leitor de resposta: onde ela termina, como quer que a rede a corte")
class LeitorDeRespostaTest {

    private final LeitorDeResposta leitor = new LeitorDeResposta(Corpo.MAXIMO);

    /// Entrega a resposta em pedaços de `passo` bytes; devolve em que byte o leitor a deu por completa, ou -1.
    private int entregar(String resposta, int passo) throws RespostaInvalida {
        leitor.recomecar();
        byte[] b = resposta.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < b.length; i += passo) {
            int fim = Math.min(b.length, i + passo);
            byte[] pedaco = Arrays.copyOfRange(b, i, fim);
            if (leitor.consumir(pedaco, pedaco.length)) {
                return fim;
            }
        }
        return -1;
    }

    private String corpo() {
        return new String(leitor.corpo().bytes(), 0, leitor.corpo().tamanho(), StandardCharsets.ISO_8859_1);
    }

    private static final String COM_TAMANHO =
            "HTTP/1.1 200 OK\r\nServer: x\r\nContent-Type: text/plain\r\ncontent-LENGTH:  7 \r\n\r\nabc\r\nde";
    private static final String EM_PEDACOS = "HTTP/1.1 422 Unprocessable\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "3\r\nabc\r\nA;ext=1\r\n0123456789\r\n0\r\nX-Fim: 1\r\n\r\n";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    @DisplayName("Content-Length: o corpo é aquele número de bytes, em qualquer corte")
    void leOCorpo_quandoTemTamanho(int passo) throws Exception {
        assertThat(entregar(COM_TAMANHO, passo)).isEqualTo(COM_TAMANHO.length());
        assertThat(leitor.status()).isEqualTo(200);
        assertThat(corpo()).isEqualTo("abc\r\nde");
        assertThat(leitor.conexaoFecha()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    @DisplayName("chunked: junta os pedaços, ignora extensões e trailers, em qualquer corte")
    void juntaOsPedacos_quandoEChunked(int passo) throws Exception {
        assertThat(entregar(EM_PEDACOS, passo)).isEqualTo(EM_PEDACOS.length());
        assertThat(leitor.status()).isEqualTo(422);
        assertThat(corpo()).isEqualTo("abc0123456789");
    }

    @Test
    @DisplayName("o mesmo leitor serve a respostas seguidas, sem misturar corpos")
    void recomeca_quandoVemOutraResposta() throws Exception {
        entregar(EM_PEDACOS, 5);
        entregar(COM_TAMANHO, 5);
        assertThat(corpo()).isEqualTo("abc\r\nde");
        assertThat(leitor.status()).isEqualTo(200);
    }

    @Test
    @DisplayName("corpo maior que o vetor inicial cresce sem perder bytes")
    void cresce_quandoOCorpoEGrande() throws Exception {
        String grande = "x".repeat(100_000);
        assertThat(entregar("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + grande, 777)).isPositive();
        assertThat(corpo()).isEqualTo(grande);
    }

    @Test
    @DisplayName("o corpo que ninguém vai olhar é só contado, tenha o tamanho que tiver, e chega vazio")
    void soConta_quandoNinguemOlhaOCorpo() throws Exception {
        LeitorDeResposta contador = new LeitorDeResposta(Corpo.contado());
        byte[] cabeca = "HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(contador.consumir(cabeca, cabeca.length)).isFalse();
        assertThat(contador.consumir(new byte[3 << 20], 3 << 20)).isFalse();
        assertThat(contador.ondeParou()).contains("3145728 de 5000000000");
        assertThat(contador.corpo().tamanho()).isZero();
        assertThat(contador.corpo().bytes().length).isLessThan(1_000);
    }

    @Test
    @DisplayName("o vetor de um corpo grande não fica guardado à espera do próximo")
    void devolveAMemoria_quandoOCorpoFoiGrande() throws Exception {
        entregar("HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n" + "x".repeat(900_000), 65_536);
        assertThat(leitor.corpo().bytes().length).isGreaterThanOrEqualTo(900_000);
        leitor.recomecar();
        assertThat(leitor.corpo().bytes().length).isLessThan(1_000);
    }

    @Test
    @DisplayName("204, 304 e Content-Length: 0 terminam nos cabeçalhos; 100 Continue não é a resposta")
    void terminaSemCorpo_quandoOStatusNaoTemCorpo() throws Exception {
        assertThat(entregar("HTTP/1.1 204 No Content\r\n\r\n", 1)).isPositive();
        assertThat(entregar("HTTP/1.1 304 Not Modified\r\nContent-Length: 10\r\n\r\n", 1)).isPositive();
        assertThat(entregar("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 1)).isPositive();
        assertThat(entregar("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200\r\nContent-Length: 1\r\n\r\nz", 1)).isPositive();
        assertThat(leitor.status()).isEqualTo(200);
        assertThat(corpo()).isEqualTo("z");
    }

    @Test
    @DisplayName("sem tamanho, o corpo vai até o fechamento; cortado no meio, não termina")
    void terminaNoFechamento_quandoNaoHaTamanho() throws Exception {
        assertThat(entregar("HTTP/1.1 200 OK\r\n\r\nate o fim", 4)).isEqualTo(-1);
        assertThat(leitor.fimDoFluxo()).isTrue();
        assertThat(corpo()).isEqualTo("ate o fim");
        entregar("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", 4);
        assertThat(leitor.fimDoFluxo()).isFalse();
        assertThat(leitor.ondeParou()).contains("3 de 10");
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.1,close,true", "HTTP/1.1,keep-alive,false", "HTTP/1.0,Keep-Alive,false", "HTTP/1.0,x,true",
        "HTTP/1.1,'Upgrade, close',true", "HTTP/1.1,'close , keep-alive',true", "HTTP/1.1,' CLOSE ,x',true", "HTTP/1.1,closed,false",
        "HTTP/1.0,'x,\tkeep-alive',false", "HTTP/1.0,'keep-alive,close',true", "HTTP/1.1,',,',false"})
    @DisplayName("sabe quando o servidor vai fechar")
    void sabeSeFecha_pelaVersaoEPeloConnection(String versao, String connection, boolean fecha) throws Exception {
        entregar(versao + " 200 OK\r\nConnection: " + connection + "\r\nContent-Length: 0\r\n\r\n", 100);
        assertThat(leitor.conexaoFecha()).isEqualTo(fecha);
    }

    @ParameterizedTest
    @CsvSource({"close,x", "x,close", "close,keep-alive", "keep-alive,close"})
    @DisplayName("um close em qualquer dos cabeçalhos Connection vale, venha antes ou depois dos outros")
    void sabeQueFecha_quandoOConnectionSeRepete(String primeiro, String segundo) throws Exception {
        entregar("HTTP/1.1 200 OK\r\nConnection: %s\r\nConnection: %s\r\nContent-Length: 0\r\n\r\n".formatted(primeiro, segundo), 100);
        assertThat(leitor.conexaoFecha()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/9 \u001b[2J\r\n\r\n", "HTTP/1.1 200 OK\r\nX\u001b[2J\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\u001b[2J\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: \u009b2J\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\u001b[2J\r\n"})
    @DisplayName("o que o servidor mandou entra na mensagem sem caracteres de controle: eles mandariam no terminal de quem lê")
    void calaOsControles_quandoOServidorOsManda(String resposta) {
        assertThatThrownBy(() -> entregar(resposta, 4096)).isInstanceOf(RespostaInvalida.class)
                .satisfies(e -> assertThat(e.getMessage().chars()).noneMatch(Character::isISOControl)).hasMessageMatching("(?s).*\\\\u00[0-9a-f]{2}.*");
    }

    @Test
    @DisplayName("espaço em branco em volta do tamanho, também a tabulação, não é erro")
    void leOTamanho_quandoVemEntreBrancos() throws Exception {
        assertThat(entregar("HTTP/1.1 200 OK\r\nContent-Length:\t1 \r\n\r\nz", 100)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "HTTP/2 200 OK\r\n\r\n", "SSH-2.0-x\r\n", "HTTP/1.1 2x0 OK\r\n\r\n", "HTTP/1.1 099 X\r\n\r\n", "HTTP/1.1 2000 X\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9999999999999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: 1\r\n continua\r\n\r\n", "HTTP/1.1 200 OK\r\nX : 1\r\n\r\n", "HTTP/1.1 200 OK\r\nsem dois-pontos\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nab", "HTTP/1.1 101 X\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n",
    })
    @DisplayName("recusa o que é ambíguo ou não é HTTP/1.1, em vez de adivinhar")
    void recusa_quandoARespostaEInvalida(String resposta) {
        assertThatThrownBy(() -> entregar(resposta, 4096)).isInstanceOf(RespostaInvalida.class);
    }

    @Test
    @DisplayName("cabeçalhos sem fim são cortados")
    void recusa_quandoOsCabecalhosNaoAcabam() {
        assertThatThrownBy(() -> entregar("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(20_000), 4096))
                .isInstanceOf(RespostaInvalida.class).hasMessageContaining("64 KiB");
    }
}
