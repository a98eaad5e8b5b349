package rinha.balanceador.saude;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import rinha.balanceador.servidor.Servidor;

/// Sonda cada servidor de tempos em tempos, numa thread virtual por servidor: um que não responde não atrasa os outros.
public final class Sondador implements AutoCloseable {
    private static final Duration PRAZO_DE_PARADA = Duration.ofSeconds(5);

    private final Sonda sonda;
    private final List<Servidor> servidores;
    private final Duration intervalo;
    private final CountDownLatch parada = new CountDownLatch(1);
    private List<Thread> threads = List.of();

    public Sondador(Sonda sonda, List<Servidor> servidores, Duration intervalo) {
        this.sonda = sonda;
        this.servidores = servidores;
        this.intervalo = intervalo;
    }

    public void iniciar() {
        threads = servidores.stream().map(s -> Thread.ofVirtual().name("sonda " + s.nome()).start(() -> repetir(s))).toList();
    }

    /// Uma sonda em um servidor, agora.
    public void sondar(Servidor servidor) throws InterruptedException {
        var resposta = sonda.sondar(servidor.indice());
        var saude = servidor.saude();
        switch (resposta.tipo()) {
            case BOA -> saude.sondaBoa();
            case LENTA -> saude.sondaLenta(resposta.motivo());
            case RUIM -> saude.sondaRuim(resposta.motivo());
            case NENHUMA -> { }
        }
    }

    private void repetir(Servidor servidor) {
        try {
            do {
                sondar(servidor);
            } while (!parada.await(intervalo.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        parada.countDown();
        threads.forEach(Thread::interrupt);
        try {
            for (var thread : threads) {
                thread.join(PRAZO_DE_PARADA);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
