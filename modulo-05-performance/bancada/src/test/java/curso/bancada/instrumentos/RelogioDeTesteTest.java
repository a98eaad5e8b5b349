package curso.bancada.instrumentos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RelogioDeTesteTest {
    private static final Instant INICIO = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    @DisplayName("Só anda quando mandam, também visto de outra zona")
    void soAnda_quandoMandam() {
        var relogio = RelogioDeTeste.em(INICIO);
        Clock emSaoPaulo = relogio.withZone(ZoneId.of("America/Sao_Paulo"));
        assertThat(relogio.instant()).isEqualTo(INICIO);
        relogio.avancar(Duration.ofSeconds(30));
        assertThat(relogio.instant()).isEqualTo(INICIO.plusSeconds(30)).isEqualTo(emSaoPaulo.instant());
        assertThat(relogio.millis()).isEqualTo(INICIO.plusSeconds(30).toEpochMilli());
        assertThat(emSaoPaulo.getZone()).isEqualTo(ZoneId.of("America/Sao_Paulo"));
    }

    @Test
    @DisplayName("Não perde avanços quando várias threads avançam")
    void naoPerdeAvancos_quandoVariasThreads() {
        var relogio = RelogioDeTeste.em(INICIO);
        try (var executor = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 4_000).forEach(i -> executor.execute(() -> relogio.avancar(Duration.ofMillis(1))));
        }
        assertThat(relogio.instant()).isEqualTo(INICIO.plusSeconds(4));
    }

    @Test
    @DisplayName("Recusa voltar no tempo")
    void recusa_quandoVolta() {
        assertThatThrownBy(() -> RelogioDeTeste.em(INICIO).avancar(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("PT-1S");
    }
}
