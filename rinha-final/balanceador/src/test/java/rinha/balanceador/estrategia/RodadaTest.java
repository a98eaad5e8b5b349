package rinha.balanceador.estrategia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rodada: um de cada vez")
final class RodadaTest {
    @Test
    @DisplayName("Reveza em ordem e dá a cada servidor a mesma conta")
    void revezaEmOrdem_quandoTodosDisponiveis() {
        var servidores = Cenario.servidores(1, 1, 1);

        var escolhas = Cenario.escolhas(new Rodada(), servidores, 300);

        assertThat(escolhas.subList(0, 6)).containsExactly(0, 1, 2, 0, 1, 2);
        assertThat(Cenario.contagem(escolhas)).isEqualTo(Map.of(0, 100L, 1, 100L, 2, 100L));
    }

    @Test
    @DisplayName("Não perde a vez de ninguém com quatro laços ao mesmo tempo, e conta cada pedido em curso")
    void contaExatamente_quandoLacosEscolhemAoMesmoTempo() throws Exception {
        var servidores = Cenario.servidores(1, 1);
        var rodada = new Rodada();
        Callable<Void> milPedidos = () -> {
            for (int i = 0; i < 1_000; i++) {
                rodada.escolher(servidores, Cenario.chave("/"));
            }
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var futuro : threads.invokeAll(List.of(milPedidos, milPedidos, milPedidos, milPedidos))) {
                futuro.get();
            }
        }

        assertThat(servidores).extracting(s -> s.emCurso()).containsExactly(2_000, 2_000);
    }
}
