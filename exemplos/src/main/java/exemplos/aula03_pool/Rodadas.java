package exemplos.aula03_pool;

import curso.bancada.medicao.Carga;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// As medidas repetidas de uma variante.
final class Rodadas {

    private record Rodada(Carga.Medida carga, double esperaMs) {
    }

    private final List<Rodada> rodadas = new ArrayList<>();
    private int descartar;

    /// @param descartar quantas rodadas do começo são aquecimento e não contam
    Rodadas(int descartar) {
        this.descartar = descartar;
    }

    /// Guarda a medida de mais uma rodada e devolve a vazão dela.
    double guardar(Carga.Medida carga) {
        return guardar(carga, Double.NaN);
    }

    /// Guarda também quanto se esperou por conexão, em média.
    double guardar(Carga.Medida carga, double esperaMs) {
        if (descartar-- <= 0) {
            rodadas.add(new Rodada(carga, esperaMs));
        }
        return carga.vazao();
    }

    /// Devolve a rodada de vazão mediana: seus percentis são de uma rodada que existiu, não uma média de percentis.
    Carga.Medida mediana() {
        return rodadaMediana().carga();
    }

    double esperaDaMediana() {
        return rodadaMediana().esperaMs();
    }

    double[] vazoes() {
        return rodadas.stream().mapToDouble(r -> r.carga().vazao()).toArray();
    }

    private Rodada rodadaMediana() {
        var porVazao = rodadas.stream().sorted(Comparator.comparingDouble(r -> r.carga().vazao())).toList();
        return porVazao.get((porVazao.size() - 1) / 2);
    }
}
