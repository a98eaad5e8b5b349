package exemplos.aula01_threads;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// Um ator: uma caixa de mensagens e uma thread virtual só dele, que as trata uma de cada vez, na ordem de chegada.
///
/// O estado que só o tratador toca não precisa de trava. A caixa aqui não tem limite; num serviço de verdade, tem.
final class Ator<M> implements AutoCloseable {
    // @start region=ator
    private final BlockingQueue<M> caixa = new LinkedBlockingQueue<>();
    private final Thread thread;

    Ator(Consumer<M> tratador) {
        thread = Thread.startVirtualThread(() -> {
            try {
                while (true) {
                    tratador.accept(caixa.take());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void enviar(M mensagem) {
        caixa.add(mensagem);
    }
    // @end region=ator

    @Override
    public void close() {
        thread.interrupt();
    }
}
