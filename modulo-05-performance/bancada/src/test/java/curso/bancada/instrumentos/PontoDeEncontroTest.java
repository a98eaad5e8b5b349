package curso.bancada.instrumentos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PontoDeEncontroTest {
    @Test
    @DisplayName("Ninguém passa antes de todos chegarem, rodada após rodada")
    void ninguemPassaAntes_quandoVariasRodadas() throws Exception {
        int partes = 4;
        var encontro = PontoDeEncontro.de(partes, Duration.ofSeconds(10));
        var chegadas = new AtomicInteger();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Integer>>> todos = IntStream.range(0, partes).mapToObj(i -> executor.submit(() -> IntStream.rangeClosed(1, 50).map(rodada -> {
                chegadas.incrementAndGet();
                encontro.esperar();
                int vistas = chegadas.get();
                encontro.esperar(); // segura quem passou até todos terem lido
                return vistas;
            }).boxed().toList())).toList();
            for (Future<List<Integer>> um : todos) {
                assertThat(um.get(20, TimeUnit.SECONDS)).isEqualTo(IntStream.rangeClosed(1, 50).map(rodada -> rodada * partes).boxed().toList());
            }
        }
    }

    @Test
    @DisplayName("Vencido o prazo, diz quantos e quem chegou, a todos que esperam e a quem chega depois")
    void dizQuemChegou_quandoPrazoVence() throws Exception {
        var encontro = PontoDeEncontro.de(3, Duration.ofMillis(50));
        try (var executor = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("parte-", 0).factory())) {
            List<Future<?>> duas = List.of(executor.submit(encontro::esperar), executor.submit(encontro::esperar));
            for (Future<?> uma : duas) {
                assertThatThrownBy(() -> uma.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class).cause()
                        .isInstanceOf(IllegalStateException.class).hasMessageContaining("de 3 partes").hasMessageContaining("parte-");
            }
        }
        assertThatThrownBy(encontro::esperar).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("Interrompida, a espera acaba e a marca de interrupção fica")
    void guardaAMarca_quandoInterrompida() throws Exception {
        var encontro = PontoDeEncontro.de(2, Duration.ofSeconds(10));
        var marcada = new AtomicInteger();
        Thread thread = Thread.ofVirtual().unstarted(() -> {
            try {
                encontro.esperar();
            } catch (IllegalStateException e) {
                marcada.set(Thread.currentThread().isInterrupted() ? 1 : -1);
            }
        });
        thread.start();
        thread.interrupt();
        thread.join();
        assertThat(marcada).hasValue(1);
    }
}
