package exemplos.aula01_threads;

import exemplos.aula01_threads.Primos.Fatia;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Uma thread virtual que só quer responder, no meio de outras que fazem contas.
///
/// A thread virtual que conta não cede a carregadora: sem espera não há onde ceder, e o escalonador não a tira de lá.
final class Atendente {
    private Atendente() {}

    /// O que a atendente viu: quantas contas tinham acabado quando chegou a vez dela, e quanto esperou.
    record Atendimento(int contasAntes, double millis) {}

    // @start region=atender
    static Atendimento entreContas(ThreadFactory fabrica, int quantas, Fatia conta) throws InterruptedException {
        var comecaram = new CountDownLatch(Math.min(quantas, JeitoDeContar.nucleos()));
        var acabaram = new AtomicInteger();
        List<Thread> contas = new ArrayList<>();
        for (int i = 0; i < quantas; i++) {
            contas.add(iniciar(fabrica, () -> {
                comecaram.countDown();
                conta.somar();
                acabaram.incrementAndGet();
            }));
        }
        comecaram.await(10, TimeUnit.SECONDS);
        long pedido = System.nanoTime();
        var atendimento = new Atendimento[1];
        Thread atendente = Thread.startVirtualThread(() ->
                atendimento[0] = new Atendimento(acabaram.get(), (System.nanoTime() - pedido) / 1e6));
        atendente.join();
        for (Thread thread : contas) {
            thread.join();
        }
        return atendimento[0];
    }
    // @end region=atender

    private static Thread iniciar(ThreadFactory fabrica, Runnable tarefa) {
        Thread thread = fabrica.newThread(tarefa);
        thread.start();
        return thread;
    }
}
