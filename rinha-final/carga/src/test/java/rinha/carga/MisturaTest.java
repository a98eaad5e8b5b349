package rinha.carga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Mistura: proporção exata, ordem pela semente")
class MisturaTest {

    private static List<String> sortear(long semente, int quantos) {
        Mistura mistura = Mistura.comSemente(semente)
                .com(22, fonte("débito")).com(11, fonte("crédito")).com(1, fonte("extrato")).pronta();
        List<String> rotas = new ArrayList<>();
        for (int i = 0; i < quantos; i++) {
            rotas.add(mistura.proximo().molde().rota());
        }
        return rotas;
    }

    private static Fonte fonte(String rota) {
        Pedido pedido = Pedido.semCorpo(Molde.get(rota, "/"));
        return () -> pedido;
    }

    @Test
    @DisplayName("cada volta de 34 pedidos tem 22 débitos, 11 créditos e 1 extrato")
    void temAProporcaoExata_quandoCompletaCadaVolta() {
        List<String> rotas = sortear(42, 340);
        for (int volta = 0; volta < 10; volta++) {
            List<String> daVolta = rotas.subList(volta * 34, volta * 34 + 34);
            assertThat(daVolta).filteredOn("débito"::equals).hasSize(22);
            assertThat(daVolta).filteredOn("crédito"::equals).hasSize(11);
            assertThat(daVolta).filteredOn("extrato"::equals).hasSize(1);
        }
    }

    @Test
    @DisplayName("a mesma semente dá a mesma ordem; outra semente, e outra volta, dão outra")
    void repeteAOrdem_quandoASementeEAMesma() {
        assertThat(sortear(1, 340)).isEqualTo(sortear(1, 340)).isNotEqualTo(sortear(2, 340));
        assertThat(sortear(1, 34)).isNotEqualTo(sortear(1, 68).subList(34, 68));
    }

    @Test
    @DisplayName("peso que não é positivo e mistura vazia são recusados")
    void recusa_quandoAMisturaNaoFazSentido() {
        assertThatThrownBy(() -> Mistura.comSemente(1).com(0, fonte("x"))).hasMessageContaining("peso 0");
        assertThatThrownBy(() -> Mistura.comSemente(1).pronta()).hasMessageContaining("vazia");
    }
}
