package rinha.carga.motor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

@DisplayName("Pausas do gerador: as coletas de lixo")
class VigiaDePausasTest {

    @RepeatedTest(20)
    @DisplayName("a maior coleta nunca é menor que a média delas, ainda que o aviso da última não tenha chegado")
    void maiorColeta_incluiAUltima() {
        try (var vigia = new VigiaDePausas()) {
            System.gc();
            var pausas = vigia.parar();

            assertThat(pausas.coletas()).isPositive();
            // Cada uma das duas contas arredonda para milissegundos por sua vez.
            assertThat((pausas.maiorColetaMs() + 1) * pausas.coletas()).isGreaterThanOrEqualTo(pausas.coletasMs());
        }
    }
}
