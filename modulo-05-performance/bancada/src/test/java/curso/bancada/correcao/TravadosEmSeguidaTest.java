package curso.bancada.correcao;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
