package rinha.carga;

import java.util.List;
import java.util.SplittableRandom;

/// Junta os cronogramas dos fluxos: diz qual é o próximo pedido de todos, e quando.
public final class Agenda {

    private final List<Fluxo> fluxos;
    private final Cronograma[] cronogramas;
    private int proximo;

    public Agenda(Modelo.Aberto modelo, long semente) {
        SplittableRandom sorteio = new SplittableRandom(semente);
        this.fluxos = modelo.fluxos();
        this.cronogramas = fluxos.stream()
                .map(f -> new Cronograma(f.perfil(), modelo.chegadas(), sorteio.split()))
                .toArray(Cronograma[]::new);
        escolher();
    }

    /// Devolve o instante da próxima chegada em nanossegundos desde o começo, ou [Cronograma#FIM].
    public long proximoInstante() {
        return cronogramas[proximo].proximo();
    }

    /// Devolve a fonte da próxima chegada e passa à seguinte. Só chame se o instante não é [Cronograma#FIM].
    public Fonte retirar() {
        Fonte fonte = fluxos.get(proximo).fonte();
        cronogramas[proximo].avancar();
        escolher();
        return fonte;
    }

    private void escolher() {
        proximo = 0;
        for (int i = 1; i < cronogramas.length; i++) {
            if (cronogramas[i].proximo() < cronogramas[proximo].proximo()) {
                proximo = i;
            }
        }
    }
}
