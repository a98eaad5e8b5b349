package rinha.balanceador;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Falhas: repete só o que pode, tira quem falha, traz de volta quem melhora")
final class FalhaTest {
    private static int portaSemNinguem() throws IOException {
        try (var servidor = new ServidorFalso(ServidorFalso.responde(""))) {
            return servidor.porta();
        }
    }

    private static String pedido(String metodo) {
        return metodo + " / HTTP/1.1\r\nHost: teste\r\nContent-Length: 3\r\n\r\nabc";
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH"})
    @DisplayName("O que não é idempotente e foi enviado não se repete: 502, e um só servidor o viu")
    void naoRepete_quandoFoiEnviado(String metodo) throws IOException {
        try (var a = new ServidorFalso(ServidorFalso.fechaSemResponder()); var b = new ServidorFalso(ServidorFalso.fechaSemResponder());
                var balanceador = Montagem.diante(List.of(a, b))) {
            var resposta = ClienteCru.um(balanceador, pedido(metodo));

            assertThat(resposta.status()).isEqualTo(502);
            assertThat(resposta.tem("desfecho: desconhecido")).isTrue();
            assertThat(a.pedidos().size() + b.pedidos().size()).as("vezes que um servidor viu o pedido").isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS"})
    @DisplayName("O idempotente se repete em outro servidor, com o corpo inteiro, e uma vez só em cada")
    void repete_quandoEIdempotente(String metodo) throws IOException {
        try (var ruim = new ServidorFalso(ServidorFalso.fechaSemResponder()); var bom = new ServidorFalso(ServidorFalso.responde("bom"));
                var balanceador = Montagem.diante(List.of(ruim, bom))) {
            assertThat(ClienteCru.um(balanceador, pedido(metodo)).corpo()).isEqualTo("bom");
            assertThat(ruim.pedidos()).hasSize(1);
            assertThat(bom.pedidos()).hasSize(1);
            assertThat(bom.pedidos().getFirst().corpo()).isEqualTo("abc");
        }
    }

    @Test
    @DisplayName("Um POST recusado na conexão vai a outro servidor: nada tinha sido enviado")
    void repeteOPost_quandoAConexaoERecusada() throws IOException {
        int morta = portaSemNinguem();
        try (var bom = new ServidorFalso(ServidorFalso.responde("bom"));
                var balanceador = Montagem.diante(bom, "--servidores=127.0.0.1:" + morta + "," + bom.endereco())) {
            for (int i = 0; i < 10; i++) {
                assertThat(ClienteCru.um(balanceador, pedido("POST")).corpo()).isEqualTo("bom");
            }
            assertThat(bom.pedidos()).hasSize(10);
        }
    }

    @Test
    @DisplayName("As tentativas têm fim: com todos fora, 503 com Retry-After")
    void desiste_quandoNenhumAceita() throws IOException {
        int morta = portaSemNinguem();
        try (var nunca = new ServidorFalso(ServidorFalso.responde("")); var balanceador = Montagem.diante(nunca, "--servidores=127.0.0.1:" + morta, "--pausa-ms=600000")) {
            for (int i = 0; i < 3; i++) {
                var resposta = ClienteCru.um(balanceador, pedido("POST"));
                assertThat(resposta.status()).isEqualTo(503);
                assertThat(resposta.tem("retry-after: 1")).isTrue();
                assertThat(resposta.corpo()).contains("Nenhum servidor aceitou");
            }
            // As três falhas o tiraram: daqui em diante nem se tenta.
            assertThat(ClienteCru.um(balanceador, pedido("GET")).corpo()).contains("Nenhum servidor dispon");
        }
    }

    @Test
    @DisplayName("Um POST numa conexão guardada que o servidor já fechou chega a ele, e uma vez só")
    void entrega_quandoAConexaoGuardadaMorreu() throws Exception {
        try (var servidor = new ServidorFalso(ServidorFalso.responde("ok")); var balanceador = Montagem.diante(servidor)) {
            for (int i = 1; i <= 20; i++) {
                assertThat(ClienteCru.um(balanceador, pedido("POST")).status()).isEqualTo(200);
                servidor.cortarConexoes();
                Espera.ate("o balanceador perceber o corte", () -> servidor.abertas() == 0);
                // O corte atravessa a pilha de rede; um pedido de administração dá-lhe tempo de chegar ao laço.
                Administracao.texto(balanceador, "/metrics");
            }
            assertThat(servidor.pedidos()).hasSize(20);
            assertThat(servidor.conexoes()).isEqualTo(20);
        }
    }

    @Test
    @DisplayName("Quem falha três vezes seguidas deixa de receber; a conta do outro mostra")
    void tiraOServidor_quandoFalhaSeguido() throws IOException {
        try (var ruim = new ServidorFalso(ServidorFalso.fechaSemResponder()); var bom = new ServidorFalso(ServidorFalso.responde("bom"));
                var balanceador = Montagem.diante(List.of(ruim, bom), "--pausa-ms=600000")) {
            for (int i = 0; i < 40; i++) {
                assertThat(ClienteCru.um(balanceador, ClienteCru.get("/")).corpo()).isEqualTo("bom");
            }
            assertThat(ruim.pedidos()).hasSize(3);
            assertThat(bom.pedidos()).hasSize(40);
            assertThat(balanceador.servidores()).extracting(s -> s.saude().disponivel()).containsExactly(false, true);
            assertThat(balanceador.servidores()).extracting(s -> s.emCurso()).containsExactly(0, 0);
        }
    }

    @Test
    @DisplayName("A sonda tira quem diz que não está pronto e traz de volta quem fica")
    void segueASonda_quandoAProntidaoMuda() throws Exception {
        var pronto = new AtomicBoolean(true);
        ServidorFalso.Acao acao = (pedido, saida) -> pedido.linha().startsWith("GET /ready") && !pronto.get()
                ? !ServidorFalso.bytes("HTTP/1.1 503 x\r\nContent-Length: 0\r\n\r\n").atender(pedido, saida)
                : ServidorFalso.responde("a").atender(pedido, saida);
        try (var a = new ServidorFalso(acao); var b = new ServidorFalso(ServidorFalso.responde("b"));
                var balanceador = Montagem.diante(List.of(a, b), "--sonda-caminho=/ready", "--sonda-intervalo-ms=5")) {
            var saude = balanceador.servidores().getFirst().saude();
            pronto.set(false);
            Espera.ate("a sonda tirar o servidor", () -> !saude.disponivel());
            for (int i = 0; i < 10; i++) {
                assertThat(ClienteCru.um(balanceador, ClienteCru.get("/")).corpo()).isEqualTo("b");
            }
            pronto.set(true);
            Espera.ate("a sonda trazer o servidor", saude::disponivel);

            assertThat(List.of(ClienteCru.um(balanceador, ClienteCru.get("/")).corpo(), ClienteCru.um(balanceador, ClienteCru.get("/")).corpo())).containsExactlyInAnyOrder("a", "b");
        }
    }

    @Test
    @DisplayName("Quem perdeu o banco responde 503 depressa e à sonda devagar: sai, mesmo sob carga")
    void tiraQuemSoRecusa_quandoASondaDelePrende() throws Exception {
        var fim = new CountDownLatch(1);
        ServidorFalso.Acao semBanco = (pedido, saida) -> {
            if (pedido.linha().startsWith("GET /ready")) {
                fim.await();
            }
            return ServidorFalso.bytes("HTTP/1.1 503 x\r\nContent-Length: 0\r\n\r\n").atender(pedido, saida);
        };
        try (var ruim = new ServidorFalso(semBanco); var bom = new ServidorFalso(ServidorFalso.responde("bom"));
                var balanceador = Montagem.diante(List.of(ruim, bom), "--sonda-caminho=/ready", "--sonda-intervalo-ms=5", "--sonda-prazo-ms=50")) {
            var saude = balanceador.servidores().getFirst().saude();
            Espera.ate("a sonda lenta tirar quem só recusa", () -> {
                enviar(balanceador, pedido("POST"));
                return !saude.disponivel();
            });
            fim.countDown();
        }
    }

    @Test
    @DisplayName("Uma resposta que começa bem e acaba ilegível conta como falha: três tiram o servidor")
    void tiraOServidor_quandoOCorpoEInvalido() throws IOException {
        try (var ruim = new ServidorFalso(ServidorFalso.bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n"));
                var balanceador = Montagem.diante(ruim, "--pausa-ms=600000")) {
            for (int i = 0; i < 3; i++) {
                enviar(balanceador, pedido("POST"));
            }

            assertThat(balanceador.servidores().getFirst().saude().disponivel()).isFalse();
        }
    }

    /// Manda e espera o fim, qualquer que seja: aqui interessa o que o balanceador conclui.
    private static void enviar(Balanceador balanceador, String pedido) {
        try {
            ClienteCru.um(balanceador, pedido);
        } catch (IOException e) {
            // O balanceador corta quem já viu o começo de uma resposta que não tem fim.
        }
    }

    @Test
    @DisplayName("Um servidor que morre e volta na mesma porta torna a receber")
    void volta_quandoOServidorRenasce() throws Exception {
        var primeiro = new ServidorFalso(ServidorFalso.responde("vida 1"));
        try (var balanceador = Montagem.diante(primeiro, "--sonda-caminho=/ready", "--sonda-intervalo-ms=5")) {
            var saude = balanceador.servidores().getFirst().saude();
            assertThat(ClienteCru.um(balanceador, ClienteCru.get("/")).corpo()).isEqualTo("vida 1");
            primeiro.close();
            Espera.ate("a sonda notar a morte", () -> !saude.disponivel());
            assertThat(ClienteCru.um(balanceador, ClienteCru.get("/")).status()).isEqualTo(503);

            try (var segundo = new ServidorFalso(primeiro.porta(), ServidorFalso.responde("vida 2"))) {
                Espera.ate("a sonda notar a volta", saude::disponivel);
                assertThat(ClienteCru.um(balanceador, ClienteCru.get("/")).corpo()).isEqualTo("vida 2");
                assertThat(segundo.pedidos()).isNotEmpty();
            }
        }
    }

    @Test
    @DisplayName("Resposta que não se entende vira 502, e a conexão com o servidor não é reaproveitada")
    void responde502_quandoARespostaEInvalida() throws IOException {
        try (var servidor = new ServidorFalso(ServidorFalso.bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc")); var balanceador = Montagem.diante(servidor)) {
            assertThat(ClienteCru.um(balanceador, pedido("POST")).status()).isEqualTo(502);
            assertThat(ClienteCru.um(balanceador, pedido("POST")).status()).isEqualTo(502);
            assertThat(servidor.conexoes()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("Quando o cliente vai embora, o pedido dele não fica contado no servidor")
    void descontaOPedido_quandoOClienteSai() throws Exception {
        var chegou = new CountDownLatch(1);
        var livre = new CountDownLatch(1);
        ServidorFalso.Acao prende = (_, _) -> {
            chegou.countDown();
            livre.await();
            return false;
        };
        try (var servidor = new ServidorFalso(prende); var balanceador = Montagem.diante(servidor)) {
            try (var cliente = new ClienteCru(balanceador)) {
                cliente.enviar(ClienteCru.get("/"));
                chegou.await();
                assertThat(balanceador.servidores().getFirst().emCurso()).isEqualTo(1);
            }
            Espera.ate("o pedido ser descontado", () -> balanceador.servidores().getFirst().emCurso() == 0);
            livre.countDown();
        }
    }
}
