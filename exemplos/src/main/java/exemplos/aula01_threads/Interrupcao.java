package exemplos.aula01_threads;

import exemplos.aula01_threads.Primos.Fatia;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// O que fazer com uma interrupção, do pior ao melhor.
final class Interrupcao {
    private Interrupcao() {}

    // @start region=engole
    static boolean engole(CountDownLatch aviso) {
        try {
            return aviso.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            return false; // ERRADO: a marca foi apagada, e ninguém mais sabe que era para parar
        }
    }
    // @end region=engole

    // @start region=deixa-passar
    static boolean deixaPassar(CountDownLatch aviso) throws InterruptedException {
        return aviso.await(1, TimeUnit.MINUTES);
    }
    // @end region=deixa-passar

    // @start region=devolve
    static boolean devolveAMarca(CountDownLatch aviso) {
        try {
            return aviso.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // não posso declarar: deixo a marca para quem me chamou
            return false;
        }
    }
    // @end region=devolve

    // @start region=conta
    static long contaQueObedece(Fatia fatia) throws InterruptedException {
        long soma = 0;
        for (long numero = fatia.de(); numero <= fatia.ate(); numero++) {
            if (numero % 1_000 == 0 && Thread.interrupted()) {
                throw new InterruptedException("interrompida em " + numero);
            }
            soma += Primos.primoOuZero(numero);
        }
        return soma;
    }
    // @end region=conta
}
