package rinha.carga.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

@DisplayName("Leitor de duração: como se escrevem à mão")
class LeitorDeDuracaoTest {

    private final LeitorDeDuracao leitor = new LeitorDeDuracao();

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "30s,PT30S", "4min,PT4M", "4m,PT4M", "1min30s,PT1M30S", "2h,PT2H", "1s500ms,PT1.5S", "0,PT0S"})
    @DisplayName("lê as formas usuais")
    void le_quandoAFormaEUsual(String texto, Duration esperada) {
        assertThat(leitor.convert(texto)).isEqualTo(esperada);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "s", "-1s", "1.5s", "30 s", "s30", "30s4min", "99999999999s"})
    @DisplayName("recusa o que é ambíguo, em vez de supor a unidade")
    void recusa_quandoEAmbiguo(String texto) {
        assertThatThrownBy(() -> leitor.convert(texto)).isInstanceOf(TypeConversionException.class);
    }
}
