package curso.bancada.medicao;

import java.util.Arrays;
import java.util.List;

/// Compara duas variantes medidas em pares: a razão de cada par é a medida de B dividida pela de A.
///
/// Numa taxa (ops/s), razão 3 diz que B faz o triplo; num tempo, que B demora o triplo. Medir os dois
/// lado a lado, trocando a ordem a cada rodada, cancela o que a máquina muda devagar (temperatura,
/// vizinhos, compilação) e que enviesaria «todas de A, depois todas de B».
///
/// O intervalo é o da mediana por estatísticas de ordem: vai da k-ésima menor à k-ésima maior razão, com o maior k
/// cuja cobertura binomial exata alcança 95% (Conover, *Practical Nonparametric Statistics*, 1999, seção 3.2; David e
/// Nagaraja, *Order Statistics*, 2003, seção 7.1). Com 6, 7 ou 8 pares é o da menor à maior, e cobre 96,9%, 98,4% e
/// 99,2%. Nada supõe sobre a forma da distribuição, só que os pares são independentes; e as mesmas medidas dão sempre o
/// mesmo intervalo.
///
/// @param razoes   razão B/A de cada par, na ordem medida
/// @param razao    mediana das razões
/// @param inferior extremo inferior do intervalo de 95%; com pares de menos, a menor razão
/// @param superior extremo superior do intervalo de 95%; com pares de menos, a maior razão
/// @param medianaA mediana das medidas de A
/// @param medianaB mediana das medidas de B
public record Comparacao(List<Double> razoes, double razao, double inferior, double superior,
                         double medianaA, double medianaB) {

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
        var ordenadas = razoes.clone();
        Arrays.sort(ordenadas);
        int posto = Math.max(1, Estatistica.postoDoIntervalo(ordenadas.length));
        return new Comparacao(Arrays.stream(razoes).boxed().toList(), Estatistica.mediana(razoes),
                ordenadas[posto - 1], ordenadas[ordenadas.length - posto],
                Estatistica.mediana(deA), Estatistica.mediana(deB));
    }

    public int pares() {
        return razoes.size();
    }

    /// Diz se os pares bastam para um intervalo de 95%.
    public boolean paresBastam() {
        return pares() >= PARES_PARA_CONCLUIR;
    }

    /// Julga se a razão é ao menos `razaoMinima`.
    public Veredito veredito(double razaoMinima) {
        return veredito(razaoMinima, Double.POSITIVE_INFINITY);
    }

    /// Julga se a razão vai de `razaoMinima` a `razaoMaxima`.
    public Veredito veredito(double razaoMinima, double razaoMaxima) {
        Exigir.que(razaoMinima > 0 && razaoMinima <= razaoMaxima,
                "razão de %s a %s; a mínima tem de ser maior que zero e não passar da máxima", razaoMinima, razaoMaxima);
        if (!paresBastam()) {
            return Veredito.INCONCLUSIVA;
        }
        if (inferior >= razaoMinima && superior <= razaoMaxima) {
            return Veredito.VALE;
        }
        return superior < razaoMinima || inferior > razaoMaxima ? Veredito.NAO_VALE : Veredito.INCONCLUSIVA;
    }

    private static double medir(String qual, MedidaDe medida) throws Exception {
        var valor = medida.medir();
        Exigir.que(Double.isFinite(valor) && valor > 0,
                "a medida de %s deu %s; a razão pede um número maior que zero", qual, valor);
        return valor;
    }
}
