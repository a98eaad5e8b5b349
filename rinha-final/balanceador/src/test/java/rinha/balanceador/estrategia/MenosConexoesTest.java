package rinha.balanceador.estrategia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Menos conexões: o mais folgado leva")
final class MenosConexoesTest {
    @Test
    @DisplayName("Escolhe o que tem menos pedidos em curso")
    void escolheOMaisFolgado_quandoOutrosEstaoOcupados() {
        var servidores = Cenario.servidores(1, 1, 1);
        servidores.get(0).entrar();
        servidores.get(2).entrar();

        assertThat(new MenosConexoes().escolher(servidores, Cenario.chave("/")).indice()).isEqualTo(1);
    }

    @Test
    @DisplayName("Com todos ociosos, reveza em vez de cansar o primeiro")
    void reveza_quandoHaEmpate() {
        var escolhas = Cenario.escolhas(new MenosConexoes(), Cenario.servidores(1, 1, 1), 300);

        assertThat(Cenario.contagem(escolhas)).isEqualTo(Map.of(0, 100L, 1, 100L, 2, 100L));
    }

    @Test
    @DisplayName("Um servidor que não devolve recebe só a parte dele")
    void naoAcumulaNoLento_quandoElePrendePedidos() {
        var servidores = Cenario.servidores(1, 1);
        var estrategia = new MenosConexoes();
        for (int i = 0; i < 100; i++) {
            var servidor = estrategia.escolher(servidores, Cenario.chave("/"));
            if (servidor.indice() == 1) {
                servidor.sair();
            }
        }

        assertThat(servidores.get(0).emCurso()).as("pedidos presos no lento").isEqualTo(1);
    }

    @Test
    @DisplayName("Divide pelos pesos: quem pesa 3 fica com o triplo")
    void divideEmProporcao_quandoHaPesos() {
        var servidores = Cenario.servidores(3, 1);
        var estrategia = new MenosConexoes();
        for (int i = 0; i < 400; i++) {
            estrategia.escolher(servidores, Cenario.chave("/"));
        }

        assertThat(servidores).extracting(s -> s.emCurso()).containsExactly(300, 100);
    }

    @Test
    @DisplayName("Fica equilibrada até a última unidade com quatro laços escolhendo ao mesmo tempo")
    void ficaEquilibrada_quandoLacosConcorrem() throws Exception {
        var servidores = Cenario.servidores(1, 1, 1, 1);
        var estrategia = new MenosConexoes();
        Callable<Void> milPedidos = () -> {
            for (int i = 0; i < 1_000; i++) {
                estrategia.escolher(servidores, Cenario.chave("/"));
            }
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var futuro : threads.invokeAll(List.of(milPedidos, milPedidos, milPedidos, milPedidos))) {
                futuro.get();
            }
        }

        assertThat(servidores.stream().mapToInt(s -> s.emCurso()).sum()).isEqualTo(4_000);
        // Cada laço pode ter lido um vizinho um passo atrás: a diferença não passa do número de laços.
        assertThat(servidores).allSatisfy(s -> assertThat(s.emCurso()).isBetween(996, 1_004));
    }
}
