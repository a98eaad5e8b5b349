package exemplos.aula03_pool;

import curso.bancada.medicao.Estatistica;
import curso.bancada.medicao.Latencias;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// Quanto se esperou por conexão e quanto se ficou com ela, nas rodadas de um tamanho de pool.
final class Posses {

    private final int tamanho;
    private final List<Requisicoes.Medida> rodadas = new ArrayList<>();

    Posses(int tamanho) {
        this.tamanho = tamanho;
    }

    void guardar(Requisicoes.Medida medida) {
        rodadas.add(medida);
    }

    double esperaMs() {
        return mediaMs(Requisicoes.Medida::espera);
    }

    double usoMs() {
        return mediaMs(Requisicoes.Medida::uso);
    }

    /// As conexões em uso pela lei de Little: vazão × uso. Mediana das rodadas.
    double porLittle() {
        return Estatistica.mediana(deCada(Requisicoes.Medida::porLittle));
    }

    /// As conexões em uso que o pool disse, lidas de tempos em tempos. Mediana das rodadas.
    double emUso() {
        return Estatistica.mediana(deCada(Requisicoes.Medida::emUso));
    }

    /// A parte do pool em uso em cada rodada, pela lei de Little.
    double[] ocupacaoPorLittle() {
        return deCada(m -> m.porLittle() / tamanho);
    }

    /// A parte do pool em uso em cada rodada, pelo que o pool disse.
    double[] ocupacao() {
        return deCada(m -> m.emUso() / tamanho);
    }

    private double mediaMs(Function<Requisicoes.Medida, Latencias> quais) {
        return Latencias.juntas(rodadas.stream().map(quais).toList()).mediaMs();
    }

    private double[] deCada(ToDoubleFunction<Requisicoes.Medida> qual) {
        return rodadas.stream().mapToDouble(qual).toArray();
    }
}
