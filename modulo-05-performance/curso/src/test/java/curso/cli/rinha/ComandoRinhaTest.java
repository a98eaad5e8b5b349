package curso.cli.rinha;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("rinha: com que opções a JVM da arena sobe")
class ComandoRinhaTest {

    @Test
    @DisplayName("na taxa oficial o gerador não usa o C2, que disputaria os núcleos com o sistema medido")
    void poupaOsNucleos_naTaxaOficial() {
        assertThat(ComandoRinha.opcoes(List.of())).contains("-XX:TieredStopAtLevel=1");
        assertThat(ComandoRinha.opcoes(List.of("carga", "--duracao", "40s"))).contains("-XX:TieredStopAtLevel=1");
    }

    @Test
    @DisplayName("sem limite de taxa ele usa, ou seria o gargalo")
    void usaOC2_semLimiteDeTaxa() {
        assertThat(ComandoRinha.opcoes(List.of("--verboso", "maxima"))).doesNotContain("-XX:TieredStopAtLevel=1");
        assertThat(ComandoRinha.opcoes(List.of("jornada"))).doesNotContain("-XX:TieredStopAtLevel=1");
    }
}
