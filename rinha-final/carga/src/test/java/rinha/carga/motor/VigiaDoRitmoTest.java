package rinha.carga.motor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rinha.carga.medida.Latencias;
import rinha.carga.medida.Ritmo;

@DisplayName("Ritmo: a velocidade da máquina, por uma conta fixa")
class VigiaDoRitmoTest {

    private static final long MS = 1_000_000;
    private long agora;
    private long custo = 15_000;

    private void pulsar(VigiaDoRitmo vigia, int vezes, long custoDeCada) {
        custo = custoDeCada;
        for (int i = 0; i < vezes; i++) {
            agora += 10 * MS;
            vigia.pulsar();
        }
    }

    @Test
    @DisplayName("conta como lento o que custa o dobro da mais rápida, e diz quanto pesou")
    void mede_quandoAMaquinaFicaLenta() {
        try (var vigia = new VigiaDoRitmo(() -> agora, 0, () -> custo)) {
            pulsar(vigia, 80, 15_000);
            pulsar(vigia, 20, 60_000);
            Ritmo ritmo = vigia.parar(new Latencias());
            assertThat(ritmo.pulsos()).isEqualTo(100);
            assertThat(ritmo.lento()).isEqualTo(0.2);
            assertThat(ritmo.pior()).isCloseTo(4, within(0.1));
        }
    }

    @Test
    @DisplayName("um passo em falso do relógio de processador não vira a referência, e as outras contas não ficam lentas")
    void ignora_umaContaImpossivel() {
        try (var vigia = new VigiaDoRitmo(() -> agora, 0, () -> custo)) {
            pulsar(vigia, 50, 15_000);
            pulsar(vigia, 1, 0);
            pulsar(vigia, 50, 15_000);
            Ritmo ritmo = vigia.parar(new Latencias());
            assertThat(ritmo.lento()).isZero();
            assertThat(ritmo.pior()).isCloseTo(1, within(0.1));
        }
    }

    @Test
    @DisplayName("uma variação de 1,9 vez não é lentidão: dois núcleos que dividem um só fazem isso")
    void tolera_quandoAVariacaoEPequena() {
        try (var vigia = new VigiaDoRitmo(() -> agora, 0, () -> custo)) {
            pulsar(vigia, 10, 15_000);
            pulsar(vigia, 10, 28_500);
            assertThat(vigia.desde(0)).isTrue();
            assertThat(vigia.parar(new Latencias()).lento()).isZero();
        }
    }

    @Test
    @DisplayName("o que é lento no aquecimento não conta; a referência dele, sim")
    void ignoraOAquecimento() {
        try (var vigia = new VigiaDoRitmo(() -> agora, 1_000 * MS, () -> custo)) {
            pulsar(vigia, 50, 15_000);
            pulsar(vigia, 49, 90_000);
            pulsar(vigia, 10, 15_000);
            Ritmo ritmo = vigia.parar(new Latencias());
            assertThat(ritmo.pulsos()).isEqualTo(10);
            assertThat(ritmo.lento()).isZero();
        }
    }

    @Test
    @DisplayName("responde que houve calma só depois do último momento lento, e só com notícia recente")
    void respondeDesdeQuando() {
        try (var vigia = new VigiaDoRitmo(() -> agora, 0, () -> custo)) {
            assertThat(vigia.desde(0)).isFalse();
            pulsar(vigia, 2, 15_000);
            pulsar(vigia, 1, 40_000);
            pulsar(vigia, 3, 15_000);
            assertThat(vigia.desde(30 * MS)).isFalse();
            assertThat(vigia.desde(31 * MS)).isTrue();
            agora += 60 * MS;
            assertThat(vigia.desde(31 * MS)).isFalse();
        }
    }

    @Test
    @Timeout(20)
    @DisplayName("a thread de verdade pulsa, e nunca diz que a máquina foi mais rápida que a referência")
    void pulsa_deVerdade() throws InterruptedException {
        Relogio relogio = Relogio.desdeAgora();
        try (var vigia = new VigiaDoRitmo(relogio, 0)) {
            while (relogio.agora() < 10_000 * MS && !vigia.desde(relogio.agora() - 20 * MS)) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            Ritmo ritmo = vigia.parar(new Latencias());
            assertThat(ritmo.pulsos()).isPositive();
            assertThat(ritmo.lento()).isBetween(0.0, 1.0);
            assertThat(ritmo.pior()).isGreaterThanOrEqualTo(1);
        }
    }
}
