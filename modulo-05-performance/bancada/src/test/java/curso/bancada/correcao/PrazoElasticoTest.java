package curso.bancada.correcao;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Prazo elástico: espera a condição, não o relógio")
class PrazoElasticoTest {

    @Test
    @DisplayName("volta assim que a condição vale, por maior que seja o prazo")
    void voltaLogo_quandoACondicaoVale() {
        var aberta = new CountDownLatch(1);
        Thread.startVirtualThread(aberta::countDown);
        assertThat(PrazoElastico.ate(() -> aberta.getCount() == 0, Duration.ofHours(1))).isTrue();
    }

    @Test
    @DisplayName("desiste quando a condição nunca vale, sem passar do prazo vezes a lentidão máxima")
    void desiste_quandoACondicaoNuncaVale() {
        assertThat(PrazoElastico.ate(() -> false, Duration.ofMillis(1))).isFalse();
        assertThat(PrazoElastico.esticado(Duration.ofSeconds(10))).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    @Test
    @DisplayName("não vence antes do prazo dado")
    void naoVence_antesDoPrazo() {
        var prazo = PrazoElastico.de(Duration.ofHours(1));
        assertThat(prazo.venceu()).isFalse();
        assertThat(prazo.faltaNanos()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"6, 1, 1", "6, 1.6, 1", "6, 0.8, 1.25", "6, 0.5, 2", "6, 0.4, 6", "1.2, 0.8, 1.2", "1, 0, 1"})
    @DisplayName("estica só pelo que os outros tomaram: o laço sem fim deste mesmo processo não conta")
    void estica_soPelosOutros(double lentidao, double nossaParte, double esperada) {
        assertThat(PrazoElastico.lentidaoDosOutros(lentidao, nossaParte)).isEqualTo(esperada);
    }

    @Test
    @DisplayName("a lentidão medida fica entre 1 e 6")
    void mede_entreUmESeis() {
        assertThat(Lentidao.atual()).isBetween(1.0, 6.0);
    }
}
