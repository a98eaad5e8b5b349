package curso.cli.texto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Diferenca: o formato do diff -u")
class DiferencaTest {

    private static final Pattern TRECHO = Pattern.compile("@@ -(\\d+),(\\d+) \\+(\\d+),(\\d+) @@");

    @Test
    @DisplayName("textos iguais não têm diferença")
    void ficaVazia_quandoSaoIguais() {
        assertThat(Diferenca.unificada(List.of("a", "b"), List.of("a", "b"), "x", "y")).isEmpty();
    }

    @Test
    @DisplayName("mostra a linha trocada com três de contexto")
    void mostraContexto_quandoUmaLinhaMuda() {
        var a = IntStream.rangeClosed(1, 9).mapToObj(String::valueOf).toList();
        var b = a.stream().map(l -> l.equals("5") ? "cinco" : l).toList();
        assertThat(Diferenca.unificada(a, b, "meu", "curso")).containsExactly("--- meu", "+++ curso", "@@ -2,7 +2,7 @@",
                " 2", " 3", " 4", "-5", "+cinco", " 6", " 7", " 8");
    }

    @ParameterizedTest(name = "semente {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("aplicada ao primeiro texto, dá o segundo")
    void reconstroi_quandoAplicada(long semente) {
        RandomGenerator acaso = RandomGeneratorFactory.of("L64X128MixRandom").create(semente);
        for (int i = 0; i < 40; i++) {
            var a = linhas(acaso);
            var b = linhas(acaso);
            assertThat(aplicar(a, Diferenca.unificada(a, b, "a", "b"))).as("semente %d, a=%s b=%s", semente, a, b).isEqualTo(b);
        }
    }

    private static List<String> linhas(RandomGenerator acaso) {
        return IntStream.range(0, acaso.nextInt(40)).mapToObj(_ -> "linha " + acaso.nextInt(12)).toList();
    }

    private static List<String> aplicar(List<String> a, List<String> diferenca) {
        var saida = new ArrayList<String>();
        int proxima = 0;
        for (var linha : diferenca.stream().skip(2).toList()) {
            var trecho = TRECHO.matcher(linha);
            if (trecho.matches()) {
                int inicio = Integer.parseInt(trecho.group(1)) - (trecho.group(2).equals("0") ? 0 : 1);
                saida.addAll(a.subList(proxima, inicio));
                proxima = inicio;
            } else if (linha.startsWith("+")) {
                saida.add(linha.substring(1));
            } else {
                assertThat(a.get(proxima)).isEqualTo(linha.substring(1));
                if (linha.startsWith(" ")) {
                    saida.add(linha.substring(1));
                }
                proxima++;
            }
        }
        saida.addAll(a.subList(proxima, a.size()));
        return saida;
    }
}
