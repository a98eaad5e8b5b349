package rinha.balanceador;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Encerramento: termina o que aceitou e não aceita mais")
final class EncerramentoTest {
    @Test
    @DisplayName("O pedido em curso é respondido, anunciando o fim; quem chega depois é recusado")
    void terminaOEmCurso_quandoEncerra() throws Exception {
        var chegou = new CountDownLatch(1);
        var livre = new CountDownLatch(1);
        ServidorFalso.Acao prende = (pedido, saida) -> {
            chegou.countDown();
            livre.await();
            return ServidorFalso.responde("inteira").atender(pedido, saida);
        };
        try (var servidor = new ServidorFalso(prende); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var balanceador = Montagem.diante(servidor, "--prazo-encerramento-ms=15000");
            try (var ocioso = new ClienteCru(balanceador); var cliente = new ClienteCru(balanceador)) {
                cliente.enviar(ClienteCru.post("/", "x"));
                chegou.await();
                var encerramento = threads.submit(balanceador::close);
                assertThat(ocioso.fechada()).as("a conexão ociosa fecha").isTrue();
                assertThatThrownBy(() -> new ClienteCru(balanceador).close()).isInstanceOf(ConnectException.class);

                livre.countDown();
                var resposta = cliente.receber();

                assertThat(resposta.corpo()).isEqualTo("inteira");
                assertThat(resposta.fecha()).isTrue();
                assertThat(cliente.fechada()).isTrue();
                encerramento.get();
            }
        }
    }

    @Test
    @DisplayName("Durante o dreno, uma conexão já aberta ainda é atendida, e avisada")
    void atendeNoDreno_quandoAConexaoJaExistia() throws Exception {
        try (var servidor = new ServidorFalso(ServidorFalso.responde("ok")); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var balanceador = Montagem.diante(servidor, "--dreno-ms=15000");
            try (var cliente = new ClienteCru(balanceador)) {
                assertThat(cliente.enviar(ClienteCru.get("/")).receber().fecha()).isFalse();
                var encerramento = threads.submit(balanceador::close);
                Espera.ate("a porta fechar", () -> recusa(balanceador));

                var resposta = cliente.enviar(ClienteCru.get("/")).receber();

                assertThat(resposta.status()).isEqualTo(200);
                assertThat(resposta.fecha()).as("a resposta pede o fim da conexão").isTrue();
                encerramento.get();
            }
        }
    }

    @Test
    @DisplayName("O que não acaba no prazo é cortado: encerrar não espera para sempre")
    void corta_quandoOPrazoVence() throws Exception {
        var chegou = new CountDownLatch(1);
        var nunca = new CountDownLatch(1);
        ServidorFalso.Acao prende = (_, _) -> {
            chegou.countDown();
            nunca.await();
            return false;
        };
        try (var servidor = new ServidorFalso(prende)) {
            var balanceador = Montagem.diante(servidor, "--prazo-encerramento-ms=50");
            try (var cliente = new ClienteCru(balanceador)) {
                cliente.enviar(ClienteCru.get("/"));
                chegou.await();

                balanceador.close();

                assertThat(cliente.fechada()).isTrue();
            }
            nunca.countDown();
        }
    }

    @Test
    @DisplayName("Quem recebe o aviso e liga outra vez é recusado na hora: nenhum pedido fica preso na fila da porta que fecha")
    void naoPerdePedidos_quandoOsAvisadosVoltam() throws Exception {
        try (var servidor = new ServidorFalso(ServidorFalso.responde("ok")); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int rodada = 0; rodada < 10; rodada++) {
                var balanceador = Montagem.diante(servidor, "--dreno-ms=15000");
                var ligados = new CountDownLatch(32);
                var clientes = IntStream.range(0, 32).mapToObj(_ -> threads.submit(() -> pedirAteRecusar(balanceador, ligados))).toList();
                ligados.await();
                balanceador.close();
                for (var cliente : clientes) {
                    assertThat(cliente.get()).as("pedidos mandados e sem resposta").isZero();
                }
            }
        }
    }

    /// Pede sem parar; avisado do fim da conexão, abre outra, até a porta recusar. Devolve quantos pedidos ficaram sem resposta.
    private static int pedirAteRecusar(Balanceador balanceador, CountDownLatch ligados) {
        boolean primeira = true;
        while (true) {
            try (var cliente = new ClienteCru(balanceador)) {
                boolean fecha = false;
                while (!fecha) {
                    try {
                        fecha = cliente.enviar(ClienteCru.post("/", "x")).receber().fecha();
                    } catch (IOException e) {
                        return 1;
                    }
                    if (primeira) {
                        ligados.countDown();
                        primeira = false;
                    }
                }
            } catch (IOException e) {
                return 0;
            }
        }
    }

    private static boolean recusa(Balanceador balanceador) {
        try {
            new ClienteCru(balanceador).close();
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
