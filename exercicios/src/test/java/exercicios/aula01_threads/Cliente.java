package exercicios.aula01_threads;

import curso.bancada.correcao.PrazoElastico;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/// Uma thread que faz uma chamada e guarda o que saiu dela: o resultado ou a exceção.
final class Cliente {

    /// Quanto uma chamada que deve acabar logo pode demorar numa máquina livre.
    static final Duration FOLGA = Duration.ofSeconds(3);

    private final FutureTask<?> chamada;
    private final Thread thread;

    Cliente(Callable<?> chamada) {
        this.chamada = new FutureTask<>(chamada);
        this.thread = Thread.ofPlatform().daemon().start(this.chamada);
    }

    boolean acabou() {
        return chamada.isDone();
    }

    /// Diz se a thread acabou ou está esperando por algo; quem acabou de ser acordado não está parado.
    boolean parado() {
        return parada(thread);
    }

    /// O mesmo, de uma thread qualquer.
    static boolean parada(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            case NEW, RUNNABLE, BLOCKED -> false;
        };
    }

    void interromper() {
        thread.interrupt();
    }

    /// Devolve o resultado, a exceção que saiu, ou uma frase, se em 3 s nada saiu.
    Object resultado() throws InterruptedException {
        return resultado(FOLGA);
    }

    /// Devolve o resultado, a exceção que saiu, ou uma frase, se nada saiu em `limite` (mais, numa máquina ocupada).
    Object resultado(Duration limite) throws InterruptedException {
        if (!PrazoElastico.ate(chamada::isDone, limite)) {
            return "em " + limite.toSeconds() + " s a chamada não terminou";
        }
        thread.join();
        return desfecho(chamada);
    }

    /// Faz a chamada na própria thread e devolve o resultado ou a exceção que saiu.
    static Object resultadoDe(Callable<?> chamada) {
        try {
            return chamada.call();
        } catch (Throwable falha) {
            return falha;
        }
    }

    /// O resultado ou a falha de um future terminado; o estado, se não terminou ou foi cancelado.
    static Object desfecho(Future<?> future) {
        return switch (future.state()) {
            case SUCCESS -> future.resultNow();
            case FAILED -> future.exceptionNow();
            case RUNNING, CANCELLED -> future.state();
        };
    }

    /// Lança a própria falha, verificada ou não.
    static <T> T lancar(Throwable falha) throws Exception {
        if (falha instanceof Exception excecao) {
            throw excecao;
        }
        throw (Error) falha;
    }
}
