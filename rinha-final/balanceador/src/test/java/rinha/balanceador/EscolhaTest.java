package rinha.balanceador;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rinha.balanceador.config.Config;
import rinha.balanceador.proxy.Transporte;

@DisplayName("Escolha: a conta do que cada servidor recebeu, pela rede")
final class EscolhaTest {
    private static List<Integer> recebidos(String caminho, int pedidos, String... opcoes) throws IOException {
        try (var a = new ServidorFalso(ServidorFalso.responde("a")); var b = new ServidorFalso(ServidorFalso.responde("b")); var c = new ServidorFalso(ServidorFalso.responde("c"))) {
            var todas = new ArrayList<>(List.of(opcoes));
            todas.add("--servidores=%s*3,%s,%s".formatted(a.endereco(), b.endereco(), c.endereco()));
            try (var balanceador = Montagem.diante(List.of(a, b, c), todas.toArray(String[]::new)); var cliente = new ClienteCru(balanceador)) {
                for (int i = 0; i < pedidos; i++) {
                    cliente.enviar(ClienteCru.get(caminho + "?" + i)).receber();
                }
            }
            return List.of(a.pedidos().size(), b.pedidos().size(), c.pedidos().size());
        }
    }

    @Test
    @DisplayName("Rodada ignora pesos, ponderada os segue")
    void segueOsPesos_quandoPonderada() throws IOException {
        assertThat(recebidos("/", 60, "--estrategia=rodada")).containsExactly(20, 20, 20);
        assertThat(recebidos("/", 60, "--estrategia=ponderada")).containsExactly(36, 12, 12);
    }

    @Test
    @DisplayName("Os hashes mandam o mesmo IP, e o mesmo caminho, a um servidor só")
    void concentra_quandoHash() throws IOException {
        assertThat(recebidos("/clientes/1", 30, "--estrategia=hash-ip")).contains(30);
        assertThat(recebidos("/clientes/1", 30, "--estrategia=hash-consistente")).contains(30);
        assertThat(recebidos("/clientes/1", 30, "--estrategia=hash-consistente", "--chave=cabecalho:host")).contains(30);
    }

    @Test
    @DisplayName("Sem epoll e com dois laços, o NIO do JDK faz o mesmo")
    void atende_quandoNaoHaEpoll() throws IOException {
        try (var servidor = new ServidorFalso(ServidorFalso.responde("ok"));
                var balanceador = Balanceador.iniciar(Config.de(Map.of(), "--porta=0", "--admin-porta=0", "--lacos=2", "--dreno-ms=0",
                        "--sonda-caminho=nenhum", "--servidores=" + servidor.endereco()), Transporte.NIO)) {
            for (int i = 0; i < 10; i++) {
                assertThat(ClienteCru.um(balanceador, ClienteCru.post("/", "x".repeat(i))).corpo()).isEqualTo("ok");
            }
        }
    }
}
