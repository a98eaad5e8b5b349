package rinha.balanceador;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Limites e prazos: cada excesso tem a sua resposta")
final class LimitesTest {
    private static void recusado(ServidorFalso servidor, Balanceador balanceador, String pedido, int status) throws IOException {
        try (var cliente = new ClienteCru(balanceador)) {
            var resposta = cliente.enviar(pedido).receber();
            assertThat(resposta.status()).isEqualTo(status);
            assertThat(resposta.tem("content-type: application/problem+json")).isTrue();
            assertThat(resposta.corpo()).contains("\"status\":" + status);
            assertThat(cliente.fechada()).isTrue();
        }
        assertThat(servidor.pedidos()).isEmpty();
    }

    @Test
    @DisplayName("413 para corpo grande, antes de ele chegar quando anunciado, e no meio quando em pedaços")
    void recusa413_quandoOCorpoEGrande() throws IOException {
        try (var servidor = new ServidorFalso(ServidorFalso.responde("ok")); var balanceador = Montagem.diante(servidor, "--corpo-maximo=100")) {
            recusado(servidor, balanceador, "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 101\r\n\r\n", 413);
            recusado(servidor, balanceador, "POST / HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 999999999999\r\n\r\n", 413);
            recusado(servidor, balanceador, "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n" + "x".repeat(64) + "\r\n40\r\n" + "x".repeat(64) + "\r\n", 413);

            assertThat(ClienteCru.um(balanceador, ClienteCru.post("/", "x".repeat(100))).status()).as("exatamente no limite").isEqualTo(200);
        }
    }

    @Test
    @DisplayName("A resposta de recusa chega mesmo com o cliente ainda mandando um corpo enorme")
    void entregaARecusa_quandoOClienteContinuaMandando() throws IOException {
        try (var servidor = new ServidorFalso(ServidorFalso.responde("ok")); var balanceador = Montagem.diante(servidor, "--corpo-maximo=100")) {
            for (int i = 0; i < 20; i++) {
                recusado(servidor, balanceador, ClienteCru.post("/", "x".repeat(300_000)), 413);
            }
        }
    }

    @Test
    @DisplayName("431 por tamanho e por quantidade, 414 quando o excesso está na linha do pedido")
    void recusaCabecalhosDemais() throws IOException {
        try (var servidor = new ServidorFalso(ServidorFalso.responde("ok")); var balanceador = Montagem.diante(servidor, "--cabecalho-maximo=512", "--cabecalhos-maximos=5")) {
            recusado(servidor, balanceador, "GET / HTTP/1.1\r\nHost: t\r\nX: " + "x".repeat(600), 431);
            recusado(servidor, balanceador, "GET / HTTP/1.1\r\nHost: t\r\n" + "X: x\r\n".repeat(5) + "\r\n", 431);
            recusado(servidor, balanceador, "GET /" + "x".repeat(600), 414);

            assertThat(ClienteCru.um(balanceador, "GET / HTTP/1.1\r\nHost: t\r\n" + "X: x\r\n".repeat(4) + "\r\n").status()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("408 para quem manda o pedido aos poucos, no cabeçalho ou no corpo; nada chega ao servidor")
    void recusa408_quandoOPedidoNaoAcaba() throws IOException {
        try (var servidor = new ServidorFalso(ServidorFalso.responde("ok")); var balanceador = Montagem.diante(servidor, "--prazo-pedido-ms=100")) {
            recusado(servidor, balanceador, "GET / HTTP/1.1\r\nHost: te", 408);
            recusado(servidor, balanceador, "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\n\r\n123", 408);
        }
    }

    @Test
    @DisplayName("A conexão ociosa fecha em silêncio")
    void fecha_quandoOciosa() throws IOException {
        try (var servidor = new ServidorFalso(ServidorFalso.responde("ok")); var balanceador = Montagem.diante(servidor, "--prazo-ocioso-ms=100"); var cliente = new ClienteCru(balanceador)) {
            assertThat(cliente.enviar(ClienteCru.get("/")).receber().status()).isEqualTo(200);
            assertThat(cliente.fechada()).isTrue();
        }
    }

    @Test
    @DisplayName("504 quando o servidor não responde: o POST uma vez, o GET em cada servidor")
    void responde504_quandoOServidorDemora() throws Exception {
        var fim = new CountDownLatch(1);
        ServidorFalso.Acao prende = (_, _) -> {
            fim.await();
            return false;
        };
        try (var a = new ServidorFalso(prende); var b = new ServidorFalso(prende); var balanceador = Montagem.diante(List.of(a, b), "--prazo-resposta-ms=100")) {
            assertThat(ClienteCru.um(balanceador, ClienteCru.post("/", "x")).status()).isEqualTo(504);
            assertThat(a.pedidos().size() + b.pedidos().size()).isEqualTo(1);
            assertThat(ClienteCru.um(balanceador, ClienteCru.get("/")).status()).isEqualTo(504);
            assertThat(a.pedidos().size() + b.pedidos().size()).isEqualTo(3);
            fim.countDown();
        }
    }

    @Test
    @DisplayName("Com as conexões do servidor ocupadas, o pedido espera na fila e é atendido; a fila cheia dá 503")
    void enfileira_quandoOServidorEstaCheio() throws Exception {
        var licencas = new Semaphore(0);
        ServidorFalso.Acao comLicenca = (pedido, saida) -> {
            licencas.acquire();
            return ServidorFalso.responde("ok").atender(pedido, saida);
        };
        try (var servidor = new ServidorFalso(comLicenca);
                var balanceador = Montagem.diante(servidor, "--conexoes-por-servidor=2", "--fila-maxima=1", "--prazo-fila-ms=60000")) {
            var clientes = new ArrayList<ClienteCru>();
            for (int i = 0; i < 3; i++) {
                clientes.add(new ClienteCru(balanceador).enviar(ClienteCru.get("/" + i)));
                int emCurso = i + 1;
                Espera.ate("o pedido entrar", () -> balanceador.servidores().getFirst().emCurso() == emCurso);
            }
            Espera.ate("os dois primeiros chegarem", () -> servidor.pedidos().size() == 2);

            var recusado = ClienteCru.um(balanceador, ClienteCru.get("/demais"));
            licencas.release(3);

            assertThat(recusado.status()).isEqualTo(503);
            assertThat(recusado.tem("retry-after: 1")).isTrue();
            for (var cliente : clientes) {
                assertThat(cliente.receber().status()).isEqualTo(200);
                cliente.close();
            }
            assertThat(servidor.conexoes()).as("conexões com o servidor").isEqualTo(2);
        }
    }

    @Test
    @DisplayName("Quem espera na fila de um servidor que sai passa ao outro")
    void mudaDeFila_quandoOServidorSai() throws Exception {
        var pronto = new AtomicBoolean(true);
        var fim = new CountDownLatch(1);
        var livre = new CountDownLatch(1);
        ServidorFalso.Acao preso = (pedido, saida) -> {
            if (pedido.linha().startsWith("GET /ready")) {
                return !ServidorFalso.bytes(pronto.get() ? "HTTP/1.1 200 x\r\nContent-Length: 0\r\n\r\n" : "HTTP/1.1 503 x\r\nContent-Length: 0\r\n\r\n")
                        .atender(pedido, saida);
            }
            fim.await();
            return false;
        };
        ServidorFalso.Acao ocupado = (pedido, saida) -> {
            if (!pedido.linha().startsWith("GET /ready")) {
                livre.await();
            }
            return ServidorFalso.responde("outro").atender(pedido, saida);
        };
        try (var a = new ServidorFalso(preso); var b = new ServidorFalso(ocupado);
                var balanceador = Montagem.diante(List.of(a, b), "--conexoes-por-servidor=1", "--prazo-fila-ms=600000", "--prazo-resposta-ms=600000",
                        "--sonda-caminho=/ready", "--sonda-intervalo-ms=5", "--sonda-prazo-ms=15000");
                var um = new ClienteCru(balanceador); var dois = new ClienteCru(balanceador); var tres = new ClienteCru(balanceador)) {
            var clientes = List.of(um, dois, tres);
            for (int i = 0; i < clientes.size(); i++) {
                clientes.get(i).enviar(ClienteCru.post("/" + i, "x"));
                int emCurso = i + 1;
                Espera.ate("o pedido entrar", () -> balanceador.servidores().stream().mapToInt(s -> s.emCurso()).sum() == emCurso);
            }
            assertThat(balanceador.servidores().getFirst().emCurso()).as("um atendido e um na fila do primeiro").isEqualTo(2);

            pronto.set(false);
            Espera.ate("a fila do primeiro passar ao outro", () -> balanceador.servidores().getLast().emCurso() == 2);
            livre.countDown();

            assertThat(tres.receber().corpo()).isEqualTo("outro");
            fim.countDown();
        }
    }

    @Test
    @DisplayName("503 para quem espera na fila além do prazo, e nada dele chega ao servidor")
    void recusa503_quandoAFilaNaoAnda() throws Exception {
        var fim = new CountDownLatch(1);
        ServidorFalso.Acao prende = (pedido, saida) -> {
            fim.await();
            return ServidorFalso.responde("ok").atender(pedido, saida);
        };
        try (var servidor = new ServidorFalso(prende); var balanceador = Montagem.diante(servidor, "--conexoes-por-servidor=1", "--prazo-fila-ms=100"); var primeiro = new ClienteCru(balanceador)) {
            primeiro.enviar(ClienteCru.post("/", "a"));
            Espera.ate("o primeiro chegar", () -> servidor.pedidos().size() == 1);

            assertThat(ClienteCru.um(balanceador, ClienteCru.post("/", "b")).status()).isEqualTo(503);
            fim.countDown();
            assertThat(primeiro.receber().status()).isEqualTo(200);
            assertThat(servidor.pedidos()).hasSize(1);
        }
    }

    @Test
    @DisplayName("Além do máximo de conexões, 503; quando uma sai, entra outra")
    void limitaAsConexoes() throws Exception {
        try (var servidor = new ServidorFalso(ServidorFalso.responde("ok")); var balanceador = Montagem.diante(servidor, "--conexoes-maximas=1")) {
            try (var primeiro = new ClienteCru(balanceador)) {
                assertThat(primeiro.enviar(ClienteCru.get("/")).receber().status()).isEqualTo(200);
                try (var segundo = new ClienteCru(balanceador)) {
                    assertThat(segundo.receber().status()).isEqualTo(503);
                    assertThat(segundo.fechada()).isTrue();
                }
            }
            Espera.ate("a vaga abrir", () -> {
                try {
                    return ClienteCru.um(balanceador, ClienteCru.get("/")).status() == 200;
                } catch (IOException e) {
                    return false;
                }
            });
        }
    }

    @Test
    @DisplayName("A memória de corpos tem teto: o que não cabe recebe 503, e ela volta inteira depois")
    void limitaAMemoriaDeCorpos() throws IOException {
        try (var servidor = new ServidorFalso(ServidorFalso.responde("ok")); var balanceador = Montagem.diante(servidor, "--corpos-em-memoria=1000")) {
            recusado(servidor, balanceador, ClienteCru.post("/", "x".repeat(1_001)), 503);
            for (int i = 0; i < 50; i++) {
                assertThat(ClienteCru.um(balanceador, ClienteCru.post("/", "x".repeat(900))).status()).isEqualTo(200);
            }
        }
    }
}
