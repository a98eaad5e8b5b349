package curso.bancada.instrumentos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// Um relógio parado, que só anda quando o teste manda; várias threads podem usá-lo ao mesmo tempo.
public final class RelogioDeTeste extends Clock {
    private final AtomicReference<Instant> agora;
    private final ZoneId zona;

    private RelogioDeTeste(AtomicReference<Instant> agora, ZoneId zona) {
        this.agora = agora;
        this.zona = zona;
    }

    /// Um relógio em UTC, parado no instante dado.
    public static RelogioDeTeste em(Instant instante) {
        return new RelogioDeTeste(new AtomicReference<>(instante), ZoneOffset.UTC);
    }

    /// Adianta o relógio; recusa voltar no tempo.
    public void avancar(Duration quanto) {
        if (quanto.isNegative()) {
            throw new IllegalArgumentException("Veio %s; o relógio só avança; crie outro relógio para um instante anterior".formatted(quanto));
        }
        agora.updateAndGet(instante -> instante.plus(quanto));
    }

    @Override
    public Instant instant() {
        return agora.get();
    }

    @Override
    public ZoneId getZone() {
        return zona;
    }

    /// O mesmo relógio (avançar um avança o outro), visto de outra zona.
    @Override
    public Clock withZone(ZoneId outra) {
        return new RelogioDeTeste(agora, outra);
    }
}
