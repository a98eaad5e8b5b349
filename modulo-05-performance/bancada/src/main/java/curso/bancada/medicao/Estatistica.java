package curso.bancada.medicao;

import java.math.BigInteger;
import java.util.Arrays;

/// A mediana de uma amostra e o intervalo dela; o vetor recebido não muda.
public final class Estatistica {

    /// Os 5% que o intervalo pode errar se dividem entre as duas caudas: 1 em 40 para cada uma.
    private static final BigInteger UMA_CAUDA_EM = BigInteger.valueOf(40);

    private Estatistica() {
    }

    /// Devolve o valor do meio, ou a média dos dois do meio.
    public static double mediana(double[] valores) {
        var ordenados = ordenar(valores);
        int meio = ordenados.length / 2;
        return ordenados.length % 2 == 1 ? ordenados[meio] : (ordenados[meio - 1] + ordenados[meio]) / 2;
    }

    /// Devolve o maior posto k tal que, de `n` valores, o intervalo do k-ésimo menor ao k-ésimo maior cobre a mediana da
    /// população em ao menos 95% das amostras; 0 se `n` é pequeno demais para qualquer posto.
    ///
    /// O intervalo erra se menos de k valores caem de um dos lados da mediana, e quantos caem segue uma binomial(n, ½).
    static int postoDoIntervalo(int n) {
        var amostras = BigInteger.TWO.pow(n);
        var comTantos = BigInteger.ONE;
        var cauda = comTantos;
        int posto = 0;
        while (cauda.multiply(UMA_CAUDA_EM).compareTo(amostras) <= 0) {
            posto++;
            comTantos = comTantos.multiply(BigInteger.valueOf(n - posto + 1)).divide(BigInteger.valueOf(posto));
            cauda = cauda.add(comTantos);
        }
        return posto;
    }

    private static double[] ordenar(double[] valores) {
        Exigir.que(valores.length > 0, "amostra vazia");
        var copia = valores.clone();
        Arrays.sort(copia);
        return copia;
    }
}
