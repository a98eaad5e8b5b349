package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Latências")
class LatenciasTest {

    @Test
    @DisplayName("de 1 a 1.000 ms, os percentis saem com três algarismos")
    void percentisComTresAlgarismos() {
        var latencias = new Latencias();
        for (int ms = 1; ms <= 1000; ms++) {
            latencias.registrar(TimeUnit.MILLISECONDS.toNanos(ms));
        }
        assertThat(latencias.p50Ms()).isCloseTo(500, within(0.5));
        assertThat(latencias.p99Ms()).isCloseTo(990, within(1.0));
        assertThat(latencias.p999Ms()).isCloseTo(999, within(1.0));
        assertThat(latencias.maxMs()).isCloseTo(1000, within(1.0));
        assertThat(latencias.mediaMs()).isCloseTo(500.5, within(0.5));
        assertThat(latencias.total()).isEqualTo(1000);
    }

    @Test
    @DisplayName("uma latência rara não some do p999, mas some da mediana")
    void caudaApareceNoP999() {
        var latencias = new Latencias();
        for (int i = 0; i < 998; i++) {
            latencias.registrar(1_000_000);
        }
        latencias.registrar(800_000_000);
        latencias.registrar(800_000_000);
        assertThat(latencias.p50Ms()).isCloseTo(1, within(0.01));
        assertThat(latencias.p999Ms()).isCloseTo(800, within(1.0));
    }

    @Test
    @DisplayName("sem registros não há percentil: NaN, e não zero")
    void naoEZero_quandoVazia() {
        var latencias = new Latencias();
        assertThat(latencias.p50Ms()).isNaN();
        assertThat(latencias.mediaMs()).isNaN();
        assertThat(latencias.maxMs()).isNaN();
    }

    @Test
    @DisplayName("o que passa de uma hora conta como uma hora; o negativo é recusado")
    void limites() {
        var latencias = new Latencias();
        latencias.registrar(Duration.ofHours(5).toNanos());
        assertThat(latencias.maxMs()).isCloseTo(Duration.ofHours(1).toMillis(), within(4000.0));
        assertThatThrownBy(() -> latencias.registrar(-1)).hasMessageContaining("nanoTime");
    }

    @Test
    @DisplayName("não perde registros de várias threads")
    void naoPerdeRegistros_quandoVariasThreads() throws Exception {
        var latencias = new Latencias();
        try (var executor = Executors.newFixedThreadPool(4)) {
            var futuros = new ArrayList<Future<?>>();
            for (int t = 0; t < 4; t++) {
                futuros.add(executor.submit(() -> {
                    for (int i = 1; i <= 20_000; i++) {
                        latencias.registrar(i * 1000L);
                    }
                }));
            }
            for (var futuro : futuros) {
                futuro.get(10, TimeUnit.SECONDS);
            }
        }
        assertThat(latencias.total()).isEqualTo(80_000);
    }

    @Test
    @DisplayName("latências juntas dão os percentis de todas, e as rodadas de onde vieram não mudam")
    void juntaRodadas() {
        var rapida = new Latencias();
        var lenta = new Latencias();
        for (int i = 0; i < 99; i++) {
            rapida.registrar(1_000_000);
        }
        lenta.registrar(50_000_000);
        var juntas = Latencias.juntas(List.of(rapida, lenta));
        assertThat(juntas.total()).isEqualTo(100);
        assertThat(juntas.p99Ms()).isCloseTo(1, within(0.01));
        assertThat(juntas.maxMs()).isCloseTo(50, within(0.1));
        assertThat(rapida.total()).isEqualTo(99);
    }
}
