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

        /// Corta `1..limite` em fatias de custo parecido, para quem não tem como passar trabalho de um para outro.
        ///
        /// Testar n custa até √n divisões, e a soma cresce com n elevado a 1,5; o corte k fica em limite·(k/partes)^(2/3).
        static List<Fatia> deCustoParecido(long limite, int partes) {
            var fatias = new ArrayList<Fatia>();
            long de = 1;
            for (int parte = 1; parte <= partes; parte++) {
                long ate = parte == partes ? limite : Math.round(limite * Math.pow((double) parte / partes, 2.0 / 3));
                fatias.add(new Fatia(de, ate));
                de = ate + 1;
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
