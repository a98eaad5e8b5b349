package curso.bancada.correcao;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Travados em seguida: dois bastam para não tentar os outros")
class TravadosEmSeguidaTest {

    private final TravadosEmSeguida travados = new TravadosEmSeguida();

    @Test
    @DisplayName("o segundo seguido faz desistir; o primeiro não")
    void desiste_quandoDoisTravamEmSeguida() {
        travados.anotar(new TesteTravado("travou"));
        assertThatNoException().isThrownBy(travados::desistirSeBastam);
        travados.anotar(new TesteTravado("travou"));
        assertThatThrownBy(travados::desistirSeBastam).isInstanceOf(TesteNaoExecutado.class)
                .hasMessageStartingWith("não executado: os 2 testes anteriores travaram");
    }

    @Test
    @DisplayName("o teste que falha e deixa o código girando também travou, e diz onde ele gira")
    void desiste_quandoDoisDeixamUmLaco() {
        for (int i = 0; i < 2; i++) {
            travados.anotar(new AssertionError("errado"), Optional.of("Soma.soma, linha 5"));
        }
        assertThatThrownBy(travados::desistirSeBastam).isInstanceOf(TesteNaoExecutado.class)
                .hasMessageEndingWith("um laço sem fim ainda gira em Soma.soma, linha 5");
    }

    @Test
    @DisplayName("um que passa, ou que falha por outra razão, começa a conta de novo")
    void recomeca_quandoUmTermina() {
        for (Throwable entreEles : new Throwable[] {null, new AssertionError("errado")}) {
            travados.anotar(new TesteTravado("travou"));
            travados.anotar(entreEles);
        }
        travados.anotar(new TesteTravado("travou"));
        assertThatNoException().isThrownBy(travados::desistirSeBastam);
    }
}
