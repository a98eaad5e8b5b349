package rinha.carga;

import java.util.List;
import java.util.random.RandomGenerator;

/// Percorre os instantes de chegada de um perfil, do primeiro ao último, em nanossegundos desde o começo.
///
/// O instante não depende do que aconteceu com os pedidos anteriores: é isso que faz o modelo aberto.
public final class Cronograma {

    /// Não há mais chegadas.
    public static final long FIM = Long.MAX_VALUE;

    private static final double FOLGA = 1e-6;

    private final List<Fase> fases;
    private final Chegadas chegadas;
    private final RandomGenerator sorteio;
    private int fase;
    private double antesDaFase;
    private double inicioDaFase;
    private double devidos;
    private long proximo;

    public Cronograma(Perfil perfil, Chegadas chegadas, RandomGenerator sorteio) {
        this.fases = perfil.fases();
        this.chegadas = chegadas;
        this.sorteio = sorteio;
        // O primeiro pedido regular chega no instante zero; o de Poisson, depois do primeiro intervalo.
        this.devidos = chegadas == Chegadas.REGULARES ? 0 : chegadas.passo(sorteio);
        this.proximo = instante();
    }

    /// Devolve o instante da próxima chegada, ou [#FIM].
    public long proximo() {
        return proximo;
    }

    /// Passa à chegada seguinte.
    public void avancar() {
        devidos += chegadas.passo(sorteio);
        proximo = instante();
    }

    private long instante() {
        while (fase < fases.size() && devidos >= antesDaFase + fases.get(fase).chegadas() - FOLGA) {
            antesDaFase += fases.get(fase).chegadas();
            inicioDaFase += fases.get(fase).duracao().toNanos() / 1e9;
            fase++;
        }
        if (fase == fases.size()) {
            return FIM;
        }
        double segundos = inicioDaFase + fases.get(fase).segundosAte(Math.max(0, devidos - antesDaFase));
        return (long) (segundos * 1e9);
    }
}
