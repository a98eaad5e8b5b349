package exemplos.aula01_threads;

import java.util.ArrayList;
import java.util.List;

/// A conta destes exemplos: somar primos por divisões sucessivas. Não espera por nada, só ocupa núcleo.
final class Primos {
    private Primos() {}

    /// Um pedaço do intervalo, com os dois extremos.
    record Fatia(long de, long ate) {

        /// Corta `1..limite` em `quantas` pedaços seguidos; o último leva a sobra.
        static List<Fatia> cortar(long limite, int quantas) {
            long tamanho = Math.ceilDiv(limite, quantas);
            var fatias = new ArrayList<Fatia>();
            for (long de = 1; de <= limite; de += tamanho) {
                fatias.add(new Fatia(de, Math.min(limite, de + tamanho - 1)));
            }
            return fatias;
        }

        // @start region=somar
        long somar() {
            long soma = 0;
            for (long numero = de; numero <= ate; numero++) {
                soma += primoOuZero(numero);
            }
            return soma;
        }
        // @end region=somar
    }

    static long primoOuZero(long numero) {
        if (numero < 2) {
            return 0;
        }
        for (long divisor = 2; divisor * divisor <= numero; divisor++) {
            if (numero % divisor == 0) {
                return 0;
            }
        }
        return numero;
    }
}
