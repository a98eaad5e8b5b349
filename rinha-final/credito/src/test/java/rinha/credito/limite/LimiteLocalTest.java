package rinha.credito.limite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("O limite de pedidos local")
final class LimiteLocalTest {
    private long agora;
    private final LimiteLocal limite = new LimiteLocal(10, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return agora;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    @DisplayName("Passam dez de uma vez; o décimo primeiro espera 100 ms, e então passa")
    void esperaUmaFicha_quandoBaldeEsvazia() {
        IntStream.range(0, 10).forEach(_ -> assertThat(limite.esperaPara(1)).isZero());
        assertThat(limite.esperaPara(1)).isEqualTo(Duration.ofMillis(100));
        agora += Duration.ofMillis(100).toNanos();
        assertThat(limite.esperaPara(1)).isZero();
        assertThat(limite.esperaPara(1)).isPositive();
    }

    @Test
    @DisplayName("O limite de um cliente não gasta o de outro")
    void naoGastaODeOutro_quandoClienteEsgota() {
        IntStream.range(0, 11).forEach(_ -> limite.esperaPara(1));
        assertThat(limite.esperaPara(2)).isZero();
    }
}
