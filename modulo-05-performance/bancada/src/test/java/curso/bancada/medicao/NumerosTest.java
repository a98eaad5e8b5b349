package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Números em português")
class NumerosTest {

    @ParameterizedTest(name = "{0} com {1} casas é «{2}»")
    @CsvSource(delimiter = ';', value = {"1234.5;1;1.234,5", "1234567;0;1.234.567", "0.05;1;0,1", "-0.04;1;0,0",
            "-1234.56;1;-1.234,6", "999.95;1;1.000,0", "0;2;0,00", "2.5;0;3", "1e15;0;1.000.000.000.000.000"})
    @DisplayName("com casas fixas")
    void escreveComCasas(double valor, int casas, String esperado) {
        assertThat(Numeros.comCasas(valor, casas)).isEqualTo(esperado);
    }

    @ParameterizedTest(name = "{0} é «{1}»")
    @CsvSource(delimiter = ';', value = {"0.012345;0,0123", "4.5678;4,57", "45.678;45,7", "456.78;457", "12345.6;12.346",
            "2;2", "4.5;4,5", "100;100", "0;0", "9.999;10,0", "-4.5678;-4,57"})
    @DisplayName("com até três algarismos significativos")
    void escreveSignificativos(double valor, String esperado) {
        assertThat(Numeros.significativos(valor)).isEqualTo(esperado);
    }

    @ParameterizedTest(name = "«{0}» é {1}")
    @CsvSource(delimiter = ';', value = {"12;12", "1,5;1.5", "1.5;1.5", "1.500;1500", "1.234,5;1234.5", "' 7 ';7", "-2,5;-2.5"})
    @DisplayName("lê o que se escreve no Brasil")
    void le(String texto, double esperado) {
        assertThat(Numeros.ler(texto)).hasValue(esperado);
    }

    @ParameterizedTest(name = "«{0}» não é número")
    @ValueSource(strings = {"", "dez", "1,5,2", "1.2.3", "NaN", "1e3", "10x"})
    @DisplayName("não lê o que não é número")
    void naoLe(String texto) {
        assertThat(Numeros.ler(texto)).isEmpty();
    }

    @Test
    @DisplayName("o que não é número aparece como travessão")
    void travessao_quandoNaoENumero() {
        assertThat(Numeros.comCasas(Double.NaN, 1)).isEqualTo("—");
        assertThat(Numeros.significativos(Double.NEGATIVE_INFINITY)).isEqualTo("—");
    }

    @Test
    @DisplayName("o texto não muda com o idioma da máquina")
    void ignoraOIdiomaDaMaquina() {
        var antes = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Numeros.comCasas(1234.5, 1)).isEqualTo("1.234,5");
            assertThat(Numeros.dataEHora(Instant.parse("2026-11-21T14:03:59Z"))).isEqualTo("21/11/2026 14:03 UTC");
        } finally {
            Locale.setDefault(antes);
        }
    }
}
