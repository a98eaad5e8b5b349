package curso.bancada.medicao;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// As posições horizontais de uma varredura, de 0 a 1.
///
/// A escala é logarítmica quando os pontos são positivos e o maior é 16 vezes o menor ou mais: numa varredura
/// 1, 2, 4… 64 eles ficam igualmente espaçados.
final class Varredura {

    private static final double RAZAO_DO_LOG = 16;

    private final double[] x;
    private final double menor;
    private final double maior;

    Varredura(Tabela tabela) {
        this.x = tabela.linhas().stream().mapToDouble(l -> Tabela.abscissa(l.rotulo())).toArray();
        this.menor = DoubleStream.of(x).min().orElse(0);
        this.maior = DoubleStream.of(x).max().orElse(0);
    }

    /// Os índices das linhas da tabela, da esquerda para a direita.
    List<Integer> ordem() {
        return IntStream.range(0, x.length).boxed().sorted((a, b) -> Double.compare(x[a], x[b])).toList();
    }

    double posicao(int linha) {
        if (menor == maior) {
            return 0.5;
        }
        return menor > 0 && maior / menor >= RAZAO_DO_LOG
                ? Math.log(x[linha] / menor) / Math.log(maior / menor) : (x[linha] - menor) / (maior - menor);
    }
}
