package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Descrição da máquina")
class MaquinaTest {

    @Test
    @DisplayName("diz processador, núcleos, memória, sistema e JDK desta máquina")
    void descreveEstaMaquina() {
        var maquina = Maquina.desta();
        assertThat(maquina.nucleos()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(maquina.memoriaMib()).isPositive();
        assertThat(maquina.jdk()).startsWith(System.getProperty("java.runtime.version"));
        assertThat(maquina.frase()).contains("JDK", "GiB").doesNotContain(System.getProperty("user.name") + "@");
    }

    @Test
    @DisplayName("concorda o número de núcleos")
    void concordaONumero() {
        assertThat(new Maquina("P", 1, 2048, "S", "25").frase()).isEqualTo("P, 1 núcleo, 2,0 GiB, S, JDK 25");
    }

    @Test
    @DisplayName("do núcleo do sistema ficam dois números")
    void encurtaAVersao() {
        assertThat(DescricaoDaMaquina.versaoCurta("6.18.44-generic")).isEqualTo("6.18");
        assertThat(DescricaoDaMaquina.versaoCurta("15.1")).isEqualTo("15.1");
        assertThat(DescricaoDaMaquina.versaoCurta("desconhecida")).isEqualTo("desconhecida");
    }

    @Test
    @DisplayName("avisa quando a carga média passa da metade dos núcleos, e cala quando o sistema não a diz")
    void avisaMaquinaOcupada() {
        assertThat(DescricaoDaMaquina.ocupacao(3.2, 2)).hasValueSatisfying(a -> assertThat(a).contains("carga média 3,2 em 2 núcleos"));
        assertThat(DescricaoDaMaquina.ocupacao(1, 2)).isEmpty();
        assertThat(DescricaoDaMaquina.ocupacao(-1, 2)).isEmpty();
    }
}
