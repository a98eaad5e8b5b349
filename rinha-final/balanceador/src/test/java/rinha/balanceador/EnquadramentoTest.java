package rinha.balanceador;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Enquadramento: o ambíguo é recusado, fecha, e nada chega ao servidor")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EnquadramentoTest {
    /// Contrabandeado atrás de cada ataque: se alguém o ler como pedido, o servidor o verá.
    private static final String CONTRABANDO = "GET /contrabando HTTP/1.1\r\nHost: teste\r\n\r\n";

    private ServidorFalso servidor;
    private Balanceador balanceador;

    @BeforeAll
    void subir() throws IOException {
        servidor = new ServidorFalso(ServidorFalso.responde("ok"));
        balanceador = Montagem.diante(servidor);
    }

    @AfterAll
    void descer() throws IOException {
        balanceador.close();
        servidor.close();
    }

    static Stream<Arguments> ataques() {
        return Stream.of(
                ataque("CL e TE", 400, post("Content-Length: 4\r\nTransfer-Encoding: chunked", "0\r\n\r\n")),
                ataque("TE e CL", 400, post("Transfer-Encoding: chunked\r\nContent-Length: 4", "0\r\n\r\n")),
                ataque("dois CL diferentes", 400, post("Content-Length: 0\r\nContent-Length: 5", "12345")),
                ataque("dois CL iguais", 400, post("Content-Length: 5\r\nContent-Length: 5", "12345")),
                ataque("CL em lista", 400, post("Content-Length: 5, 5", "12345")),
                ataque("CL com sinal", 400, post("Content-Length: +5", "12345")),
                ataque("CL negativo", 400, post("Content-Length: -1", "")),
                ataque("CL hexadecimal", 400, post("Content-Length: 0x5", "12345")),
                ataque("CL com espaço no meio", 400, post("Content-Length: 1 2", "12345")),
                ataque("CL vazio", 400, post("Content-Length: ", "")),
                ataque("CL maior que um long", 400, post("Content-Length: 99999999999999999999", "")),
                ataque("TE desconhecida", 400, post("Transfer-Encoding: gzip", "")),
                ataque("TE composta", 400, post("Transfer-Encoding: gzip, chunked", "0\r\n\r\n")),
                ataque("TE repetida", 400, post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", "0\r\n\r\n")),
                ataque("TE disfarçada", 400, post("Transfer-Encoding: xchunked", "0\r\n\r\n")),
                ataque("TE entre aspas", 400, post("Transfer-Encoding: \"chunked\"", "0\r\n\r\n")),
                ataque("TE em HTTP/1.0", 400, "POST / HTTP/1.0\r\nHost: teste\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                ataque("TE em linha continuada", 400, post("Transfer-Encoding:\r\n chunked", "0\r\n\r\n")),
                ataque("linha continuada com tabulação", 400, get("X: a\r\n\tb")),
                ataque("linha continuada no primeiro cabeçalho", 400, "GET / HTTP/1.1\r\n Host: teste\r\n\r\n"),
                ataque("LF sozinho na linha do pedido", 400, "GET / HTTP/1.1\nHost: teste\r\n\r\n"),
                ataque("LF sozinho num cabeçalho", 400, get("X: a\nTransfer-Encoding: chunked")),
                ataque("LF sozinho no fim", 400, "GET / HTTP/1.1\r\nHost: teste\r\n\n"),
                ataque("CR sozinho num cabeçalho", 400, get("X: a\rTransfer-Encoding: chunked")),
                ataque("espaço antes dos dois-pontos", 400, post("Transfer-Encoding : chunked", "0\r\n\r\n")),
                ataque("tabulação antes dos dois-pontos", 400, post("Content-Length\t: 5", "12345")),
                ataque("cabeçalho sem dois-pontos", 400, get("Transfer-Encoding")),
                ataque("cabeçalho sem nome", 400, get(": valor")),
                ataque("NUL num valor", 400, get("X: a\0b")),
                ataque("byte de controle num nome", 400, get("X\u0001: a")),
                ataque("sem Host", 400, "GET / HTTP/1.1\r\n\r\n"),
                ataque("dois Host", 400, get("Host: outro")),
                ataque("Host com lista", 400, "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n"),
                ataque("alvo absoluto de outro host", 400, "GET http://outro/ HTTP/1.1\r\nHost: teste\r\n\r\n"),
                ataque("alvo sem barra", 400, "GET teste HTTP/1.1\r\nHost: teste\r\n\r\n"),
                ataque("dois espaços na linha do pedido", 400, "GET  / HTTP/1.1\r\nHost: teste\r\n\r\n"),
                ataque("tabulação na linha do pedido", 400, "GET\t/ HTTP/1.1\r\nHost: teste\r\n\r\n"),
                ataque("espaço no fim da versão", 400, "GET / HTTP/1.1 \r\nHost: teste\r\n\r\n"),
                ataque("sem versão", 400, "GET /\r\nHost: teste\r\n\r\n"),
                ataque("duas linhas em branco antes", 400, "\r\n\r\nGET / HTTP/1.1\r\nHost: teste\r\n\r\n"),
                ataque("versão HTTP/2.0", 505, "GET / HTTP/2.0\r\nHost: teste\r\n\r\n"),
                ataque("versão HTTP/1.2", 505, "GET / HTTP/1.2\r\nHost: teste\r\n\r\n"),
                ataque("versão em minúsculas", 400, "GET / http/1.1\r\nHost: teste\r\n\r\n"),
                ataque("CONNECT", 501, "CONNECT teste:443 HTTP/1.1\r\nHost: teste\r\n\r\n"),
                ataque("TRACE", 501, "TRACE / HTTP/1.1\r\nHost: teste\r\n\r\n"),
                ataque("expectativa desconhecida", 417, post("Expect: 200-ok\r\nContent-Length: 5", "12345")),
                ataque("pedaço com tamanho inválido", 400, post("Transfer-Encoding: chunked", "5x\r\n12345\r\n0\r\n\r\n")),
                ataque("pedaço com sinal", 400, post("Transfer-Encoding: chunked", "+5\r\n12345\r\n0\r\n\r\n")),
                ataque("pedaço negativo", 400, post("Transfer-Encoding: chunked", "-5\r\n12345\r\n0\r\n\r\n")),
                ataque("pedaço com 0x", 400, post("Transfer-Encoding: chunked", "0x5\r\n12345\r\n0\r\n\r\n")),
                ataque("pedaço vazio", 400, post("Transfer-Encoding: chunked", "\r\n12345\r\n0\r\n\r\n")),
                ataque("pedaço que passa de um long", 400, post("Transfer-Encoding: chunked", "fffffffffffffffff\r\n12345\r\n0\r\n\r\n")),
                ataque("pedaço mais comprido que o dito", 400, post("Transfer-Encoding: chunked", "3\r\n12345\r\n0\r\n\r\n")),
                ataque("pedaço terminado só com LF", 400, post("Transfer-Encoding: chunked", "5\n12345\r\n0\r\n\r\n")),
                ataque("dados do pedaço terminados só com LF", 400, post("Transfer-Encoding: chunked", "5\r\n12345\n0\r\n\r\n")),
                ataque("trailer em linha continuada", 400, post("Transfer-Encoding: chunked", "0\r\nX: a\r\n b\r\n\r\n")),
                ataque("trailer em linha só de espaços", 400, post("Transfer-Encoding: chunked", "0\r\n \r\n\r\n")),
                ataque("tamanho de pedaço com espaço antes", 400, post("Transfer-Encoding: chunked", " 5\r\n12345\r\n0\r\n\r\n")),
                ataque("trailer com espaço antes dos dois-pontos", 400, post("Transfer-Encoding: chunked", "0\r\nX : a\r\n\r\n")));
    }

    private static Arguments ataque(String nome, int status, String bytes) {
        return Arguments.of(nome, status, bytes);
    }

    private static String post(String cabecalhos, String corpo) {
        return "POST / HTTP/1.1\r\nHost: teste\r\n" + cabecalhos + "\r\n\r\n" + corpo;
    }

    private static String get(String cabecalhos) {
        return "GET / HTTP/1.1\r\nHost: teste\r\n" + cabecalhos + "\r\n\r\n";
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("ataques")
    @DisplayName("Recusa, fecha a conexão e não encaminha nem o ataque nem o que vem atrás")
    void recusaEFecha(String nome, int status, String bytes) throws IOException {
        int antes = servidor.pedidos().size();
        try (var cliente = new ClienteCru(balanceador)) {
            var resposta = cliente.enviar(bytes + CONTRABANDO).receber();

            assertThat(resposta.status()).as(nome).isEqualTo(status);
            assertThat(resposta.fecha()).as("a resposta anuncia o fim da conexão").isTrue();
            assertThat(cliente.fechada()).as("uma resposta só, e a conexão fecha").isTrue();
        }
        assertThat(servidor.pedidos().subList(antes, servidor.pedidos().size())).as("pedidos que chegaram ao servidor").isEmpty();
    }

    @ParameterizedTest(name = "em pedaços de {0} bytes")
    @ValueSource(ints = {1, 2, 7, 64})
    @DisplayName("Onde a rede corta os bytes não muda o que se entende")
    void entendeIgual_quandoChegaPicado(int tamanho) throws IOException {
        String pedido = "\r\nPOST /picado HTTP/1.1\r\nHost: teste\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nabcde\r\n3\r\nfgh\r\n0\r\nX: a\r\n\r\n";
        try (var cliente = new ClienteCru(balanceador)) {
            for (int i = 0; i < pedido.length(); i += tamanho) {
                cliente.enviar(pedido.substring(i, Math.min(pedido.length(), i + tamanho)));
            }
            assertThat(cliente.receber().status()).isEqualTo(200);
        }
        var recebido = servidor.pedidos().getLast();
        assertThat(recebido.corpo()).isEqualTo("abcdefgh");
        assertThat(recebido.tem("content-length: 8\r\n")).isTrue();
        assertThat(recebido.tem("transfer-encoding")).isFalse();
    }

    @Test
    @DisplayName("O alvo absoluto com o mesmo Host é aceito e vira caminho")
    void aceitaAlvoAbsoluto_quandoOHostEOMesmo() throws IOException {
        assertThat(ClienteCru.um(balanceador, "GET http://teste/a?b=1 HTTP/1.1\r\nHost: teste\r\n\r\n").status()).isEqualTo(200);
        assertThat(servidor.pedidos().getLast().linha()).isEqualTo("GET /a?b=1 HTTP/1.1");
    }

    @Test
    @DisplayName("Sem tamanho anunciado não há corpo, nem com as chaves de um WebSocket antigo: o que vem atrás é outro pedido")
    void naoTomaOPedidoSeguinteComoCorpo_quandoHaChavesDeWebSocket() throws IOException {
        int antes = servidor.pedidos().size();
        try (var cliente = new ClienteCru(balanceador)) {
            cliente.enviar("GET /ws HTTP/1.1\r\nHost: teste\r\nSec-WebSocket-Key1: a\r\nSec-WebSocket-Key2: b\r\n\r\nGET /um HTTP/1.1\r\nHost: teste\r\n\r\n");
            assertThat(cliente.receber().status()).isEqualTo(200);
            assertThat(cliente.receber().status()).isEqualTo(200);
            assertThat(cliente.enviar(ClienteCru.get("/dois")).receber().status()).isEqualTo(200);
        }
        assertThat(servidor.pedidos().subList(antes, servidor.pedidos().size())).extracting(p -> p.linha())
                .containsExactly("GET /ws HTTP/1.1", "GET /um HTTP/1.1", "GET /dois HTTP/1.1");
    }
}
