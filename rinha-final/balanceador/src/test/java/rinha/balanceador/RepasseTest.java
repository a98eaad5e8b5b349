package rinha.balanceador;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Repasse: o que atravessa, e como")
final class RepasseTest {
    @Test
    @DisplayName("Cem pedidos numa conexão de cliente usam uma conexão de servidor")
    void mantemAsDuasConexoes_quandoHaMuitosPedidos() throws IOException {
        try (var servidor = new ServidorFalso(ServidorFalso.responde("ok")); var balanceador = Montagem.diante(servidor); var cliente = new ClienteCru(balanceador)) {
            for (int i = 0; i < 100; i++) {
                assertThat(cliente.enviar(ClienteCru.post("/p" + i, "corpo " + i)).receber().corpo()).isEqualTo("ok");
            }

            assertThat(servidor.conexoes()).isEqualTo(1);
            assertThat(servidor.pedidos()).hasSize(100);
            assertThat(servidor.pedidos().get(42).corpo()).isEqualTo("corpo 42");
        }
    }

    @Test
    @DisplayName("Pedidos adiantados são respondidos na ordem, um por vez")
    void respondeEmOrdem_quandoOsPedidosVemJuntos() throws IOException {
        ServidorFalso.Acao eco = (pedido, saida) -> ServidorFalso.responde(pedido.linha()).atender(pedido, saida);
        try (var servidor = new ServidorFalso(eco); var balanceador = Montagem.diante(servidor); var cliente = new ClienteCru(balanceador)) {
            var todos = new StringBuilder();
            for (int i = 0; i < 2_000; i++) {
                todos.append(i % 2 == 0 ? ClienteCru.get("/p" + i) : ClienteCru.post("/p" + i, "x".repeat(i % 50)));
            }
            cliente.enviar(todos.toString());
            for (int i = 0; i < 2_000; i++) {
                assertThat(cliente.receber().corpo()).isEqualTo((i % 2 == 0 ? "GET" : "POST") + " /p" + i + " HTTP/1.1");
            }
            assertThat(servidor.conexoes()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("Cabeçalhos salto a salto não atravessam, nem os que Connection nomeia; os outros chegam como vieram")
    void tiraSaltoASalto() throws IOException {
        try (var servidor = new ServidorFalso(ServidorFalso.bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nKeep-Alive: timeout=5\r\nConnection: keep-alive\r\nConnection: X-Interno\r\nX-Interno: s\r\nX-Livre: í\r\nUpgrade: h2c\r\n\r\nok"));
                var balanceador = Montagem.diante(servidor)) {
            var resposta = ClienteCru.um(balanceador, "GET / HTTP/1.1\r\nHost: teste\r\nConnection: X-Meu, Host, keep-alive\r\nX-Meu: 1\r\nKeep-Alive: 5\r\nTE: trailers\r\n"
                    + "Upgrade: websocket\r\nProxy-Connection: keep-alive\r\nProxy-Authorization: x\r\nX-Fica: \u00e9 2\r\n\r\n");

            var recebido = servidor.pedidos().getFirst();
            assertThat(recebido.cabeca()).contains("\r\nX-Fica: \u00e9 2\r\n", "\r\nHost: teste\r\n", "\r\nVia: 1.1 balanceador\r\n");
            assertThat(recebido.cabeca().toLowerCase(Locale.ROOT)).doesNotContain("x-meu", "keep-alive", "\r\nte:", "upgrade", "proxy-", "connection");
            assertThat(resposta.corpo()).isEqualTo("ok");
            assertThat(resposta.tem("x-livre:")).isTrue();
            assertThat(resposta.tem("x-interno") || resposta.tem("keep-alive") || resposta.tem("upgrade") || resposta.tem("connection")).isFalse();
        }
    }

    private static final String ENCAMINHADO = "GET / HTTP/1.1\r\nHost: teste\r\nX-Forwarded-For: 6.6.6.6\r\nForwarded: for=6.6.6.6\r\nX-Real-IP: 6.6.6.6\r\n\r\n";

    @Test
    @DisplayName("O endereço que o cliente inventa não chega ao servidor")
    void trocaOEncaminhado_quandoNaoConfia() throws IOException {
        try (var servidor = new ServidorFalso(ServidorFalso.responde("ok")); var balanceador = Montagem.diante(servidor)) {
            ClienteCru.um(balanceador, ENCAMINHADO);

            assertThat(servidor.pedidos().getFirst().cabeca()).contains("X-Forwarded-For: 127.0.0.1\r\n", "Forwarded: for=127.0.0.1;proto=http\r\n").doesNotContain("6.6.6.6");
        }
    }

    @Test
    @DisplayName("Atrás de um proxy de confiança, o endereço se acrescenta ao que veio")
    void acrescentaOEncaminhado_quandoConfia() throws IOException {
        try (var servidor = new ServidorFalso(ServidorFalso.responde("ok")); var balanceador = Montagem.diante(servidor, "--confia-no-encaminhado=sim")) {
            ClienteCru.um(balanceador, ENCAMINHADO);

            assertThat(servidor.pedidos().getFirst().cabeca()).contains("X-Forwarded-For: 6.6.6.6, 127.0.0.1\r\n", "Forwarded: for=6.6.6.6, for=127.0.0.1;proto=http\r\n");
        }
    }

    @Test
    @DisplayName("Resposta em pedaços chega inteira, e as duas conexões continuam")
    void repassaPedacos() throws IOException {
        try (var servidor = new ServidorFalso(ServidorFalso.bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\nA;x=y\r\n0123456789\r\n0\r\nX: t\r\n\r\n"));
                var balanceador = Montagem.diante(servidor); var cliente = new ClienteCru(balanceador)) {
            for (int i = 0; i < 3; i++) {
                assertThat(cliente.enviar(ClienteCru.get("/")).receber().corpo()).isEqualTo("abcde0123456789");
            }
            assertThat(servidor.conexoes()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("Resposta que só acaba quando o servidor fecha vira pedaços, e o cliente continua conectado")
    void delimitaAResposta_quandoOServidorSoFecha() throws IOException {
        ServidorFalso.Acao ateFechar = (pedido, saida) -> !ServidorFalso.bytes("HTTP/1.1 200 OK\r\n\r\naté aqui").atender(pedido, saida);
        try (var servidor = new ServidorFalso(ateFechar); var balanceador = Montagem.diante(servidor); var cliente = new ClienteCru(balanceador)) {
            assertThat(cliente.enviar(ClienteCru.get("/")).receber().corpo()).isEqualTo("até aqui");
            assertThat(cliente.enviar(ClienteCru.get("/")).receber().corpo()).isEqualTo("até aqui");
            assertThat(servidor.conexoes()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("HEAD, 204, 304 e respostas intermediárias não confundem a resposta seguinte")
    void naoPerdeOLugar_quandoNaoHaCorpo() throws IOException {
        ServidorFalso.Acao acao = (pedido, saida) -> ServidorFalso.bytes(switch (pedido.linha().split(" ")[1]) {
            case "/204" -> "HTTP/1.1 204 No Content\r\n\r\n";
            case "/304" -> "HTTP/1.1 304 Not Modified\r\nContent-Length: 99\r\nETag: \"a\"\r\n\r\n";
            case "/103" -> "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfim!";
            default -> "HTTP/1.1 200 OK\r\nContent-Length: 1234\r\n\r\n";
        }).atender(pedido, saida);
        try (var servidor = new ServidorFalso(acao); var balanceador = Montagem.diante(servidor); var cliente = new ClienteCru(balanceador)) {
            var head = cliente.enviar("HEAD /h HTTP/1.1\r\nHost: teste\r\n\r\n").receber(true);
            assertThat(head.tem("content-length: 1234")).isTrue();
            assertThat(cliente.enviar(ClienteCru.get("/204")).receber().status()).isEqualTo(204);
            assertThat(cliente.enviar(ClienteCru.get("/304")).receber().status()).isEqualTo(304);
            assertThat(cliente.enviar(ClienteCru.get("/103")).receber().corpo()).isEqualTo("fim!");
            assertThat(servidor.conexoes()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("Depois de um HEAD, a recusa do pedido seguinte traz o corpo que anuncia")
    void recusaComCorpo_quandoOAnteriorFoiHead() throws IOException {
        try (var servidor = new ServidorFalso(ServidorFalso.bytes("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")); var balanceador = Montagem.diante(servidor);
                var cliente = new ClienteCru(balanceador)) {
            assertThat(cliente.enviar("HEAD / HTTP/1.1\r\nHost: teste\r\n\r\n").receber(true).status()).isEqualTo(200);

            var recusa = cliente.enviar("POST / HTTP/1.1\r\nHost: teste\r\nContent-Length: +5\r\n\r\n").receber();

            assertThat(recusa.status()).isEqualTo(400);
            assertThat(recusa.corpo()).contains("\"status\":400");
        }
    }

    @Test
    @DisplayName("Um megabyte de ida e dez de volta chegam iguais, byte a byte")
    void repassaCorposGrandes() throws IOException {
        String grande = "0123456789abcdef".repeat(640 * 1024);
        String ida = "z".repeat(1_000_000);
        try (var servidor = new ServidorFalso(ServidorFalso.responde(grande)); var balanceador = Montagem.diante(servidor); var cliente = new ClienteCru(balanceador)) {
            assertThat(cliente.enviar(ClienteCru.post("/", ida)).receber().corpo()).isEqualTo(grande);
            assertThat(servidor.pedidos().getFirst().corpo()).isEqualTo(ida);
            assertThat(cliente.enviar(ClienteCru.get("/")).receber().corpo()).hasSize(grande.length());
        }
    }

    @Test
    @DisplayName("HTTP/1.0 recebe a resposta sem pedaços, e a conexão fecha")
    void fechaAoFim_quandoEHttp10() throws IOException {
        try (var servidor = new ServidorFalso(ServidorFalso.bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"));
                var balanceador = Montagem.diante(servidor); var cliente = new ClienteCru(balanceador)) {
            var resposta = cliente.enviar("GET /velho HTTP/1.0\r\n\r\n").receber();

            assertThat(resposta.corpo()).isEqualTo("ok");
            assertThat(resposta.tem("transfer-encoding")).isFalse();
            assertThat(cliente.fechada()).isTrue();
            assertThat(servidor.pedidos().getFirst().cabeca()).contains("GET /velho HTTP/1.1\r\n", "\r\nHost: ");
        }
    }

    @Test
    @DisplayName("Quem espera 100-continue recebe a licença antes de mandar o corpo")
    void daLicenca_quandoOClienteEspera() throws IOException {
        try (var servidor = new ServidorFalso(ServidorFalso.responde("ok")); var balanceador = Montagem.diante(servidor); var cliente = new ClienteCru(balanceador)) {
            cliente.enviar("POST / HTTP/1.1\r\nHost: teste\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
            assertThat(cliente.receber().status()).isEqualTo(100);
            assertThat(cliente.enviar("12345").receber().corpo()).isEqualTo("ok");
            assertThat(servidor.pedidos().getFirst().tem("expect")).isFalse();
        }
    }

    @Test
    @DisplayName("Uma resposta cortada no meio corta o cliente: ele não a confunde com uma inteira")
    void cortaOCliente_quandoARespostaNaoChegaInteira() throws IOException {
        ServidorFalso.Acao metade = (pedido, saida) -> !ServidorFalso.bytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nmetade").atender(pedido, saida);
        try (var servidor = new ServidorFalso(metade); var balanceador = Montagem.diante(servidor); var cliente = new ClienteCru(balanceador)) {
            cliente.enviar(ClienteCru.get("/"));

            assertThatThrownBy(cliente::receber).isInstanceOf(EOFException.class);
            assertThat(servidor.pedidos()).as("depois de começar a responder não se repete").hasSize(1);
        }
    }

    @Test
    @DisplayName("Uma resposta sem tamanho cortada pela rede não é dada por inteira, embora só acabe quando a conexão acaba")
    void cortaOCliente_quandoARespostaSemTamanhoQuebra() throws Exception {
        var lida = new CountDownLatch(1);
        ServidorFalso.Acao prende = (pedido, saida) -> {
            ServidorFalso.bytes("HTTP/1.1 200 OK\r\n\r\nmetade").atender(pedido, saida);
            lida.await();
            return false;
        };
        try (var servidor = new ServidorFalso(prende); var balanceador = Montagem.diante(servidor); var cliente = new ClienteCru(balanceador)) {
            assertThat(cliente.enviar(ClienteCru.get("/")).pedaco()).isEqualTo("metade");
            servidor.cortarConexoes();

            assertThat(cliente.fechada()).as("o pedaço final diria que a resposta chegou inteira").isTrue();
            lida.countDown();
        }
    }

    @Test
    @DisplayName("O que vem além da resposta não vira a resposta do pedido seguinte, de outro cliente")
    void naoTrocaRespostas_quandoOServidorMandaDemais() throws Exception {
        var naFila = new CountDownLatch(1);
        ServidorFalso.Acao acao = (pedido, saida) -> {
            if (!pedido.linha().contains("/demais")) {
                return ServidorFalso.responde("certa").atender(pedido, saida);
            }
            naFila.await();
            return ServidorFalso.bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nalheia").atender(pedido, saida);
        };
        try (var servidor = new ServidorFalso(acao); var balanceador = Montagem.diante(servidor, "--conexoes-por-servidor=1");
                var um = new ClienteCru(balanceador); var outro = new ClienteCru(balanceador)) {
            um.enviar(ClienteCru.get("/demais"));
            Espera.ate("o primeiro chegar ao servidor", () -> servidor.pedidos().size() == 1);
            outro.enviar(ClienteCru.get("/"));
            Espera.ate("o segundo entrar na fila", () -> balanceador.servidores().getFirst().emCurso() == 2);
            naFila.countDown();

            assertThat(um.receber().corpo()).isEqualTo("ok");
            assertThat(outro.receber().corpo()).isEqualTo("certa");
            assertThat(servidor.conexoes()).isEqualTo(2);
        }
    }
}
