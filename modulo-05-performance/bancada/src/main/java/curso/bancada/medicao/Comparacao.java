package curso.bancada.medicao;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Compara duas variantes medidas em pares: a razão de cada par é a medida de B dividida pela de A.
///
/// Numa taxa (ops/s), razão 3 diz que B faz o triplo; num tempo, que B demora o triplo. Medir os dois
/// lado a lado, trocando a ordem a cada rodada, cancela o que a máquina muda devagar (temperatura,
/// vizinhos, compilação) e que enviesaria «todas de A, depois todas de B».
///
/// O intervalo é o de percentis do bootstrap sobre as razões (Efron e Tibshirani, *An Introduction to
/// the Bootstrap*, 1993, cap. 13; a recomendação de intervalos para razões em benchmarks é de Kalibera
/// e Jones, *Rigorous Benchmarking in Reasonable Time*, ISMM 2013): [#REAMOSTRAS] reamostragens com
/// reposição, semente fixa [#SEMENTE], mediana de cada uma, percentis 2,5 e 97,5. Com a semente fixa,
/// as mesmas medidas dão sempre o mesmo intervalo.
///
/// @param razoes   razão B/A de cada par, na ordem medida
/// @param razao    mediana das razões
/// @param inferior extremo inferior do intervalo de 95%
/// @param superior extremo superior do intervalo de 95%
/// @param medianaA mediana das medidas de A
/// @param medianaB mediana das medidas de B
public record Comparacao(List<Double> razoes, double razao, double inferior, double superior,
                         double medianaA, double medianaB) {

    public static final int REAMOSTRAS = 10_000;
    public static final long SEMENTE = 20_250_916L;

    /// Com 5 pares ou menos, nem o intervalo do menor ao maior chega a 95% para a mediana
    /// (1 − 2·0,5⁵ = 93,75%): nada se conclui.
    public static final int PARES_PARA_CONCLUIR = 6;

    public Comparacao {
        razoes = List.copyOf(razoes);
    }

    /// Mede `rodadas` pares, A e B em ordem alternada, depois de um par de aquecimento que se descarta.
    public static Comparacao emPares(int rodadas, MedidaDe a, MedidaDe b) throws Exception {
        Exigir.que(rodadas >= 2, "rodadas: %d; são precisas ao menos 2 (e %d para concluir)",
                rodadas, PARES_PARA_CONCLUIR);
        medir("A", a);
        medir("B", b);
        var deA = new double[rodadas];
        var deB = new double[rodadas];
        for (int i = 0; i < rodadas; i++) {
            if (i % 2 == 0) {
                deA[i] = medir("A", a);
                deB[i] = medir("B", b);
            } else {
                deB[i] = medir("B", b);
                deA[i] = medir("A", a);
            }
        }
        return dasMedidas(deA, deB);
    }

    /// Compara medidas já feitas em pares: `deA[i]` e `deB[i]` são do mesmo par.
    public static Comparacao dasMedidas(double[] deA, double[] deB) {
        Exigir.que(deA.length == deB.length && deA.length >= 2,
                "há %d medidas de A e %d de B; os pares têm de ser ao menos 2", deA.length, deB.length);
        var razoes = new double[deA.length];
        for (int i = 0; i < razoes.length; i++) {
            razoes[i] = deB[i] / deA[i];
        }
        var medianas = reamostrar(razoes);
        return new Comparacao(Arrays.stream(razoes).boxed().toList(), Estatistica.mediana(razoes),
                Estatistica.percentil(medianas, 2.5), Estatistica.percentil(medianas, 97.5),
                Estatistica.mediana(deA), Estatistica.mediana(deB));
    }

    public int pares() {
        return razoes.size();
    }

    /// Julga se a razão é ao menos `razaoMinima`.
    public Veredito veredito(double razaoMinima) {
        Exigir.que(razaoMinima > 0, "razão mínima: %s; tem de ser maior que zero", razaoMinima);
        if (pares() < PARES_PARA_CONCLUIR) {
            return Veredito.INCONCLUSIVA;
        }
        if (inferior >= razaoMinima) {
            return Veredito.VALE;
        }
        return superior < razaoMinima ? Veredito.NAO_VALE : Veredito.INCONCLUSIVA;
    }

    private static double medir(String qual, MedidaDe medida) throws Exception {
        var valor = medida.medir();
        Exigir.que(Double.isFinite(valor) && valor > 0,
                "a medida de %s deu %s; a razão pede um número maior que zero", qual, valor);
        return valor;
    }

    private static double[] reamostrar(double[] razoes) {
        RandomGenerator acaso = RandomGeneratorFactory.of("L64X128MixRandom").create(SEMENTE);
        var medianas = new double[REAMOSTRAS];
        var amostra = new double[razoes.length];
        for (int i = 0; i < REAMOSTRAS; i++) {
            for (int j = 0; j < amostra.length; j++) {
                amostra[j] = razoes[acaso.nextInt(razoes.length)];
            }
            medianas[i] = Estatistica.mediana(amostra);
        }
        return medianas;
    }
}
