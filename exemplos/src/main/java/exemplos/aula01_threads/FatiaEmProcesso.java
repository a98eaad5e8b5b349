package exemplos.aula01_threads;

import exemplos.aula01_threads.Primos.Fatia;
import java.util.ArrayList;
import java.util.List;

/// A JVM filha que soma uma fatia e escreve o resultado.
final class FatiaEmProcesso {
    /// Um coletor que não cria threads, e pouca memória: a conta não aloca nada.
    static final List<String> OPCOES = List.of("-Xmx32m", "-XX:+UseSerialGC");

    private FatiaEmProcesso() {}

    /// Corta `1..limite` em fatias de custo parecido: um processo não pega a fatia do outro no meio do caminho.
    ///
    /// Testar n custa até √n divisões, e a soma cresce com n elevado a 1,5; o corte k fica em limite·(k/partes)^(2/3).
    static List<Fatia> cortar(long limite, int partes) {
        var fatias = new ArrayList<Fatia>();
        long de = 1;
        for (int parte = 1; parte <= partes; parte++) {
            long ate = parte == partes ? limite : Math.round(limite * Math.pow((double) parte / partes, 2.0 / 3));
            fatias.add(new Fatia(de, ate));
            de = ate + 1;
        }
        return fatias;
    }

    static void main(String[] argumentos) {
        System.out.println(new Fatia(Long.parseLong(argumentos[0]), Long.parseLong(argumentos[1])).somar());
    }
}
