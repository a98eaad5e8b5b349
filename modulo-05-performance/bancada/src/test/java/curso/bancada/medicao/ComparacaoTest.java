package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest(name = "{0} pares: da {1}ª menor à {1}ª maior")
    @CsvSource({"6, 1", "7, 1", "8, 1", "9, 2", "12, 3", "15, 4", "20, 6"})
    @DisplayName("o intervalo vai do posto k ao posto n + 1 − k das razões em ordem")
    void intervaloEntrePostos(int pares, int posto) {
        var deNAUm = IntStream.range(0, pares).mapToDouble(i -> pares - i).toArray();
        var c = Comparacao.dasMedidas(uns(pares), deNAUm);
        assertThat(c.inferior()).isEqualTo(posto);
        assertThat(c.superior()).isEqualTo(pares + 1 - posto);
    }

    @Test
    @DisplayName("com pares de menos, mostra a menor e a maior razão e não as chama de intervalo de 95%")
    void menorEMaior_quandoPoucosPares() {
        var c = Comparacao.dasMedidas(new double[] {1, 1}, new double[] {1, 3});
        assertThat(c.razao()).isEqualTo(2);
        assertThat(c.inferior()).isEqualTo(1);
        assertThat(c.superior()).isEqualTo(3);
        assertThat(Afirmacao.de("faz o dobro", c, 2).observado()).isEqualTo("razão 2 (2 pares não bastam para um intervalo de 95%), contra 2");
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

    @ParameterizedTest(name = "{0} pares")
    @ValueSource(ints = {6, 7, 8, 15})
    @DisplayName("em ao menos 95% das amostras possíveis, o intervalo cobre a razão verdadeira")
    void intervaloCobreARazaoVerdadeira(int pares) {
        int cobertas = 0;
        for (int amostra = 0; amostra < 1 << pares; amostra++) {
            // Cada razão cai abaixo (2) ou acima (4) da verdadeira (3) com a mesma chance: 2ⁿ amostras, todas contadas.
            int acima = amostra;
            var b = IntStream.range(0, pares).mapToDouble(i -> (acima >> i & 1) == 0 ? 2 : 4).toArray();
            var c = Comparacao.dasMedidas(uns(pares), b);
            cobertas += c.inferior() <= 3 && 3 <= c.superior() ? 1 : 0;
        }
        assertThat(100.0 * cobertas / (1 << pares)).isGreaterThanOrEqualTo(95);
    }

    @Test
    @DisplayName("em 2.000 amostras sorteadas com semente fixa, de uma distribuição assimétrica, também cobre")
    void intervaloCobre_quandoAsAmostrasSaoSorteadas() {
        var acaso = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        int cobertas = 0;
        for (int i = 0; i < 2_000; i++) {
            var b = IntStream.range(0, 7).mapToDouble(_ -> 3 * Math.exp(0.5 * acaso.nextGaussian())).toArray();
            var c = Comparacao.dasMedidas(uns(7), b);
            cobertas += c.inferior() <= 3 && 3 <= c.superior() ? 1 : 0;
        }
        assertThat(cobertas / 20.0).isGreaterThanOrEqualTo(95);
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
    @DisplayName("numa faixa, vale se o intervalo inteiro cabe nela e não vale se fica todo fora, acima ou abaixo")
    void veredito_quandoSeEsperaUmaFaixa() {
        var c = comIntervalo(2, 4);
        assertThat(c.veredito(2, 4)).isEqualTo(Veredito.VALE);
        assertThat(c.veredito(2, 3.99)).isEqualTo(Veredito.INCONCLUSIVA);
        assertThat(c.veredito(1, 1.99)).isEqualTo(Veredito.NAO_VALE);
        assertThat(c.veredito(4.01, 5)).isEqualTo(Veredito.NAO_VALE);
        assertThat(Afirmacao.de("fica na faixa", c, 2, 4).observado()).endsWith("contra a faixa de 2 a 4");
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

    private static double[] uns(int quantos) {
        return DoubleStream.generate(() -> 1).limit(quantos).toArray();
    }

    private static double medir(StringBuilder ordem, char qual, double valor) {
        ordem.append(qual);
        return valor;
    }

    private static Comparacao comIntervalo(double inferior, double superior) {
        return new Comparacao(java.util.Collections.nCopies(10, 3.0), 3, inferior, superior, 1, 3);
    }
}
