package rinha.balanceador.estrategia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Ponderada: em proporção aos pesos, sem rajadas")
final class PonderadaTest {
    @Test
    @DisplayName("Com pesos 5, 1 e 1, intercala os pequenos no meio do grande")
    void intercala_quandoUmPesaMais() {
        var escolhas = Cenario.escolhas(new Ponderada(3), Cenario.servidores(5, 1, 1), 7);

        assertThat(escolhas).containsExactly(0, 0, 1, 0, 2, 0, 0);
    }

    @Test
    @DisplayName("A conta é a proporção exata dos pesos")
    void respeitaAProporcao_quandoHaMuitosPedidos() {
        var escolhas = Cenario.escolhas(new Ponderada(3), Cenario.servidores(3, 2, 1), 600);

        assertThat(Cenario.contagem(escolhas)).isEqualTo(Map.of(0, 300L, 1, 200L, 2, 100L));
    }

    @Test
    @DisplayName("Quando um sai, os outros dividem pelos pesos deles")
    void redistribui_quandoUmSai() {
        var servidores = Cenario.servidores(5, 2, 1);

        var escolhas = Cenario.escolhas(new Ponderada(3), servidores.subList(1, 3), 300);

        assertThat(Cenario.contagem(escolhas)).isEqualTo(Map.of(1, 200L, 2, 100L));
    }
}
