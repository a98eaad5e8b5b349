package exemplos.aula01_threads;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Jeitos de aguardar que outra thread termine algo.
enum JeitoDeAguardar {
    GIRANDO("girando", (pronto, _) -> girar(pronto)),
    COCHILANDO("cochilando 1 ms", (pronto, _) -> cochilar(pronto)),
    AVISADA("avisada", (_, aviso) -> serAvisada(aviso));

    final String nome;
    private final Modo modo;

    private interface Modo {
        void aguardar(BooleanSupplier pronto, CountDownLatch aviso) throws InterruptedException;
    }

    JeitoDeAguardar(String nome, Modo modo) {
        this.nome = nome;
        this.modo = modo;
    }

    void aguardar(CountDownLatch aviso) throws InterruptedException {
        modo.aguardar(() -> aviso.getCount() == 0, aviso);
    }

    // @start region=girar
    private static void girar(BooleanSupplier pronto) {
        while (!pronto.getAsBoolean()) { // ERRADO: ocupa um núcleo para não fazer nada
            Thread.onSpinWait();
        }
    }
    // @end region=girar

    private static void cochilar(BooleanSupplier pronto) throws InterruptedException {
        while (!pronto.getAsBoolean()) {
            Thread.sleep(1);
        }
    }

    // @start region=avisada
    private static void serAvisada(CountDownLatch aviso) throws InterruptedException {
        if (!aviso.await(5, TimeUnit.SECONDS)) {
            throw new IllegalStateException("o aviso não veio em 5 s");
        }
    }
    // @end region=avisada
}
