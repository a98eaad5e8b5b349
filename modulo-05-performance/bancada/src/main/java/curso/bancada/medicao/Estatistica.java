package curso.bancada.medicao;

import java.util.Arrays;

/// Mediana e percentis de uma amostra; nenhuma altera o vetor recebido.
final class Estatistica {

    private Estatistica() {
    }

    static double mediana(double[] valores) {
        var ordenados = ordenar(valores);
        int meio = ordenados.length / 2;
        return ordenados.length % 2 == 1 ? ordenados[meio] : (ordenados[meio - 1] + ordenados[meio]) / 2;
    }

    /// Devolve o menor valor da amostra que deixa ao menos `p`% dela em si ou abaixo (posto mais próximo).
    static double percentil(double[] valores, double p) {
        Exigir.que(p > 0 && p <= 100, "percentil: %s; vai de 0 (exclusive) a 100", p);
        var ordenados = ordenar(valores);
        return ordenados[(int) Math.ceil(p / 100 * ordenados.length) - 1];
    }

    private static double[] ordenar(double[] valores) {
        Exigir.que(valores.length > 0, "amostra vazia");
        var copia = valores.clone();
        Arrays.sort(copia);
        return copia;
    }
}
