package exemplos.aula03_pool;

import curso.bancada.medicao.Latencias;
import curso.bancada.medicao.Tabela;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/// O que aconteceu com as chegadas de uma variante, somadas as rodadas.
final class Chegadas {

    private final List<CargaAberta.Medida> rodadas = new ArrayList<>();

    void rodada(CargaAberta.Medida medida) {
        rodadas.add(medida);
    }

    int recusadas() {
        return soma(CargaAberta.Medida::recusadas);
    }

    int tarde() {
        return soma(CargaAberta.Medida::tarde);
    }

    int maiorFila() {
        return rodadas.stream().mapToInt(CargaAberta.Medida::maiorFila).max().orElse(0);
    }

    double tardePorCento() {
        return porCento(CargaAberta.Medida::tarde);
    }

    /// A maior fila de cada rodada, mais um: uma razão não aceita zero.
    double[] filas() {
        return deCada(m -> m.maiorFila() + 1);
    }

    /// As respostas tardias de cada rodada, mais uma: uma razão não aceita zero.
    double[] tardes() {
        return deCada(m -> m.tarde() + 1);
    }

    Tabela linha(Tabela tabela, String nome) {
        var ateSaber = Latencias.juntas(rodadas.stream().map(CargaAberta.Medida::ateSaber).toList());
        return tabela.linha(nome, porCento(CargaAberta.Medida::aTempo), tardePorCento(), porCento(CargaAberta.Medida::recusadas),
                maiorFila(), ateSaber.p99Ms());
    }

    private double porCento(ToIntFunction<CargaAberta.Medida> quantas) {
        return 100.0 * soma(quantas) / (soma(CargaAberta.Medida::aTempo) + soma(CargaAberta.Medida::tarde) + recusadas());
    }

    private int soma(ToIntFunction<CargaAberta.Medida> quantas) {
        return rodadas.stream().mapToInt(quantas).sum();
    }

    private double[] deCada(ToDoubleFunction<CargaAberta.Medida> qual) {
        return rodadas.stream().mapToDouble(qual).toArray();
    }
}
