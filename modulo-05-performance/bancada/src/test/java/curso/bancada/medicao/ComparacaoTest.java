package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Comparação em pares")
class ComparacaoTest {

    @Test
    @DisplayName("mede um par de aquecimento e depois alterna a ordem a cada rodada")
    void alternaAOrdem_aCadaRodada() throws Exception {
        var ordem = new StringBuilder();
        var c = Comparacao.emPares(3, () -> medir(ordem, 'A', 1), () -> medir(ordem, 'B', 2));
        assertThat(ordem).hasToString("AB" + "AB" + "BA" + "AB");
        assertThat(c.pares()).isEqualTo(3);
    }

    @Test
    @DisplayName("a razão é a mediana das razões de cada par, e não a razão das medianas")
    void razaoEAMedianaDosPares() {
        var c = Comparacao.dasMedidas(new double[] {1, 2, 10}, new double[] {4, 2, 20});
        assertThat(c.razoes()).containsExactly(4.0, 1.0, 2.0);
        assertThat(c.razao()).isEqualTo(2);
        assertThat(c.medianaA()).isEqualTo(2);
        assertThat(c.medianaB()).isEqualTo(4);
    }

    @Test
    @DisplayName("o par de aquecimento não entra na conta")
    void descartaOAquecimento() throws Exception {
        var deB = new ArrayList<>(java.util.List.of(1000.0, 2.0, 2.0));
        var c = Comparacao.emPares(2, () -> 1, deB::removeFirst);
        assertThat(c.razoes()).containsExactly(2.0, 2.0);
    }

    @Test
    @DisplayName("com as razões 1 e 3, as reamostras dão 1, 2 e 3, e o intervalo vai de 1 a 3")
    void intervaloContadoAMao_quandoDoisPares() {
        var c = Comparacao.dasMedidas(new double[] {1, 1}, new double[] {1, 3});
        assertThat(c.razao()).isEqualTo(2);
        assertThat(c.inferior()).isEqualTo(1);
        assertThat(c.superior()).isEqualTo(3);
    }

    @Test
    @DisplayName("razões iguais dão um intervalo de largura zero")
    void intervaloSemLargura_quandoRazoesIguais() {
        var c = Comparacao.dasMedidas(new double[] {2, 4, 8}, new double[] {6, 12, 24});
        assertThat(c.inferior()).isEqualTo(3);
        assertThat(c.superior()).isEqualTo(3);
    }

    @Test
    @DisplayName("as mesmas medidas dão sempre o mesmo intervalo")
    void intervaloSeRepete() {
        var acaso = RandomGenerator.of("L64X128MixRandom");
        var a = acaso.doubles(20, 1, 2).toArray();
        var b = acaso.doubles(20, 1, 4).toArray();
        assertThat(Comparacao.dasMedidas(a, b)).isEqualTo(Comparacao.dasMedidas(a, b));
    }

    @Test
    @DisplayName("em 200 amostras sorteadas com semente fixa, o intervalo cobre a razão verdadeira em cerca de 95%")
    void intervaloCobreARazaoVerdadeira() {
        var acaso = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        int cobertas = 0;
        for (int i = 0; i < 200; i++) {
            var a = IntStream.range(0, 15).mapToDouble(_ -> 1).toArray();
            var b = IntStream.range(0, 15).mapToDouble(_ -> 3 * Math.exp(0.2 * acaso.nextGaussian())).toArray();
            var c = Comparacao.dasMedidas(a, b);
            cobertas += c.inferior() <= 3 && 3 <= c.superior() ? 1 : 0;
        }
        assertThat(cobertas / 2.0).isCloseTo(95, within(5.0));
    }

    @Test
    @DisplayName("vale se o intervalo inteiro alcança a mínima; não vale se fica todo abaixo; senão é inconclusiva")
    void veredito_peloIntervaloInteiro() {
        var c = comIntervalo(2, 4);
        assertThat(c.veredito(2)).isEqualTo(Veredito.VALE);
        assertThat(c.veredito(2.01)).isEqualTo(Veredito.INCONCLUSIVA);
        assertThat(c.veredito(4)).isEqualTo(Veredito.INCONCLUSIVA);
        assertThat(c.veredito(4.01)).isEqualTo(Veredito.NAO_VALE);
    }

    @Test
    @DisplayName("com menos de seis pares nada se conclui, por mais claras que sejam as medidas")
    void inconclusiva_quandoPoucosPares() {
        var cinco = Comparacao.dasMedidas(new double[] {1, 1, 1, 1, 1}, new double[] {9, 9, 9, 9, 9});
        var seis = Comparacao.dasMedidas(new double[] {1, 1, 1, 1, 1, 1}, new double[] {9, 9, 9, 9, 9, 9});
        assertThat(cinco.veredito(2)).isEqualTo(Veredito.INCONCLUSIVA);
        assertThat(seis.veredito(2)).isEqualTo(Veredito.VALE);
    }

    @Test
    @DisplayName("recusa medida que não dá razão: zero, negativa, infinita ou NaN")
    void recusaMedidaSemRazao() {
        for (double ruim : new double[] {0, -1, Double.POSITIVE_INFINITY, Double.NaN}) {
            assertThatThrownBy(() -> Comparacao.emPares(2, () -> 1, () -> ruim))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("medida de B deu");
        }
    }

    @Test
    @DisplayName("a exceção de uma medida chega a quem pediu")
    void falhaDaMedidaNaoSePerde() {
        assertThatThrownBy(() -> Comparacao.emPares(2, () -> {
            throw new java.io.IOException("sem rede");
        }, () -> 1)).hasMessage("sem rede");
    }

    private static double medir(StringBuilder ordem, char qual, double valor) {
        ordem.append(qual);
        return valor;
    }

    private static Comparacao comIntervalo(double inferior, double superior) {
        return new Comparacao(java.util.Collections.nCopies(10, 3.0), 3, inferior, superior, 1, 3);
    }
}
