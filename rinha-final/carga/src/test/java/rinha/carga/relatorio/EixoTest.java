package rinha.carga.relatorio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Eixo: onde cada valor cai, e com que marcas")
class EixoTest {

    private static final Offset<Double> PRECISAO = within(1e-9);

    @Test
    @DisplayName("linear: marcas redondas que cobrem o maior valor")
    void marcaRedondo_quandoELinear() {
        Eixo e = Eixo.linear(0, 340);
        assertThat(e.marcas()).extracting(Eixo.Marca::rotulo).containsExactly("0", "100", "200", "300", "400");
        assertThat(e.posicao(400)).isEqualTo(1, PRECISAO);
        assertThat(e.posicao(200)).isEqualTo(0.5, PRECISAO);
    }

    @Test
    @DisplayName("logarítmico: cada década ocupa a mesma altura")
    void espacaAsDecadas_quandoELogaritmico() {
        Eixo e = Eixo.log(0.2, 90);
        assertThat(e.marcas()).extracting(Eixo.Marca::rotulo).containsExactly("0,1", "1", "10", "100");
        assertThat(e.posicao(1)).isEqualTo(1 / 3.0, PRECISAO);
        assertThat(e.posicao(10)).isEqualTo(2 / 3.0, PRECISAO);
        assertThat(e.posicao(0)).isZero();
    }

    @Test
    @DisplayName("percentis: cada nove ocupa a mesma largura, e só aparecem os que a amostra sustenta")
    void espacaOsNoves_quandoEDePercentis() {
        Eixo e = Eixo.percentis(1_000);
        assertThat(e.marcas()).extracting(Eixo.Marca::rotulo).containsExactly("p50", "p90", "p99", "p99.9");
        assertThat(e.posicao(90)).isEqualTo(1 / 3.0, PRECISAO);
        assertThat(e.posicao(99)).isEqualTo(2 / 3.0, PRECISAO);
        assertThat(e.posicao(100)).isEqualTo(1, PRECISAO);
    }
}
