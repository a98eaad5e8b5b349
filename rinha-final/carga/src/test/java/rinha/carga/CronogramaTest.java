package rinha.carga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Cronograma: a hora marcada de cada pedido")
class CronogramaTest {

    private static List<Long> instantes(Perfil perfil, Chegadas chegadas) {
        Cronograma c = new Cronograma(perfil, chegadas, new SplittableRandom(7));
        List<Long> todos = new ArrayList<>();
        for (; c.proximo() != Cronograma.FIM; c.avancar()) {
            todos.add(c.proximo());
        }
        return todos;
    }

    @Test
    @DisplayName("taxa constante espaça os pedidos por igual")
    void espacaPorIgual_quandoATaxaEConstante() {
        List<Long> t = instantes(Perfil.constante(1000, Duration.ofMillis(5)), Chegadas.REGULARES);
        assertThat(t).containsExactly(0L, 1_000_000L, 2_000_000L, 3_000_000L, 4_000_000L);
    }

    @Test
    @DisplayName("a soma em ponto flutuante não inventa um pedido a mais")
    void naoInventaPedido_quandoOProdutoNaoEExato() {
        assertThat(0.07 * 100).isGreaterThan(7);
        assertThat(instantes(Perfil.constante(0.07, Duration.ofSeconds(100)), Chegadas.REGULARES)).hasSize(7);
        assertThat(Perfil.constante(0.07, Duration.ofSeconds(100)).totalDePedidos()).isEqualTo(7);
    }

    @Test
    @DisplayName("a rampa deve a área sob a reta: metade do tempo, um quarto dos pedidos a partir de zero")
    void segueAAreaSobAReta_quandoEUmaRampa() {
        List<Long> t = instantes(Perfil.de(new Fase.Rampa(0, 100, Duration.ofSeconds(10))), Chegadas.REGULARES);
        assertThat(t).hasSize(500).isSorted();
        assertThat(t).filteredOn(x -> x < 5_000_000_000L).hasSize(125);
        assertThat(t.getLast()).isLessThan(10_000_000_000L);
    }

    @Test
    @DisplayName("a rampa que desce chega ao fim, e as fases se encadeiam na hora certa")
    void encadeiaAsFases_quandoHaMaisDeUma() {
        Perfil perfil = Perfil.de(new Fase.Constante(10, Duration.ofSeconds(1)), new Fase.Rajada(25),
                new Fase.Rampa(20, 0, Duration.ofSeconds(1)));
        List<Long> t = instantes(perfil, Chegadas.REGULARES);
        assertThat(t).hasSize(45).isSorted();
        assertThat(t).filteredOn(x -> x == 1_000_000_000L).hasSize(26);
        assertThat(t.getLast()).isBetween(1_600_000_000L, 2_000_000_000L);
    }

    @Test
    @DisplayName("chegadas de Poisson mantêm a taxa média, repetem com a mesma semente e não são regulares")
    void mantemAMedia_quandoAsChegadasSaoDePoisson() {
        Perfil perfil = Perfil.constante(1000, Duration.ofSeconds(10));
        List<Long> t = instantes(perfil, Chegadas.POISSON);
        assertThat((double) t.size()).isCloseTo(10_000, within(400.0)); // quatro desvios-padrão
        assertThat(t).isSorted().isEqualTo(instantes(perfil, Chegadas.POISSON));
        long curtos = 0;
        for (int i = 1; i < t.size(); i++) {
            curtos += t.get(i) - t.get(i - 1) < 500_000 ? 1 : 0;
        }
        // P(intervalo < metade da média) = 1 - e^-0,5 = 39%; em chegadas regulares seria 0.
        assertThat(curtos / (double) t.size()).isCloseTo(0.393, within(0.03));
    }

    @Test
    @DisplayName("configuração sem sentido é recusada dizendo o que veio")
    void recusa_quandoAFaseNaoFazSentido() {
        assertThatThrownBy(() -> new Fase.Constante(0, Duration.ofSeconds(1))).hasMessageContaining("0.0");
        assertThatThrownBy(() -> new Fase.Rampa(0, 0, Duration.ofSeconds(1))).hasMessageContaining("rampa");
        assertThatThrownBy(() -> new Fase.Rampa(-1, 5, Duration.ofSeconds(1))).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new Fase.Constante(1, Duration.ZERO)).hasMessageContaining("duração");
        assertThatThrownBy(() -> Perfil.de()).hasMessageContaining("sem fases");
    }
}
