package rinha.credito.aquecimento;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Quando o compilador sossega")
final class CompiladorQuietoTest {
    private final AtomicLong compilacao = new AtomicLong(1_000);

    @Test
    @DisplayName("Só depois de três intervalos calmos seguidos: um salto do C2 recomeça a conta")
    void sossega_quandoHaTresIntervalosCalmosSeguidos() {
        var quieto = new CompiladorQuieto(Duration.ofMinutes(1), compilacao::get);

        assertThat(depoisDe(quieto, 300)).isFalse();
        assertThat(depoisDe(quieto, 5)).isFalse();
        assertThat(depoisDe(quieto, 5)).isFalse();
        assertThat(depoisDe(quieto, 90)).isFalse();
        assertThat(depoisDe(quieto, 5)).isFalse();
        assertThat(depoisDe(quieto, 5)).isFalse();
        assertThat(depoisDe(quieto, 5)).isTrue();
        assertThat(quieto.gasto()).isEqualTo(415);
    }

    @Test
    @DisplayName("O prazo acaba mesmo com o compilador trabalhando")
    void desiste_quandoOPrazoVence() {
        var quieto = new CompiladorQuieto(Duration.ofSeconds(2), compilacao::get);

        for (int i = 0; i < 4; i++) {
            assertThat(depoisDe(quieto, 400)).isFalse();
        }
        assertThat(depoisDe(quieto, 400)).isTrue();
    }

    private boolean depoisDe(CompiladorQuieto quieto, long milissegundos) {
        compilacao.addAndGet(milissegundos);
        return quieto.sossegou();
    }
}
