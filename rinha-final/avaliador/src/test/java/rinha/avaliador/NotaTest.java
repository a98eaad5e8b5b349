package rinha.avaliador;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A nota oficial, centavo a centavo")
final class NotaTest {

    @ParameterizedTest(name = "{0} boas de {1}, {2} inconsistências: USD {3}")
    @CsvSource({"1000, 1000, 0, 100000.00", "980, 1000, 0, 100000.00", "979, 1000, 0, 99900.00", "950, 1000, 0, 97000.00",
        "1000, 1000, 1, 99196.99", "1000, 1000, 10, 91969.90", "1000, 1000, 124, 426.76", "1000, 1000, 125, 0.00", "0, 1000, 200, 0.00", "0, 0, 0, 100000.00"})
    @DisplayName("os exemplos do documento oficial, os extremos e o piso")
    void calcula(long boas, long pedidos, long inconsistencias, double valor) {
        assertThat(Nota.de(boas, pedidos, inconsistencias, List.of()).valor()).isEqualTo(Dolares.de(valor));
    }

    @Test
    @DisplayName("escreve como se lê")
    void escreveEmPortugues() {
        assertThat(Nota.POR_INCONSISTENCIA.vezes(2)).hasToString("USD 1.606,02");
    }
}
