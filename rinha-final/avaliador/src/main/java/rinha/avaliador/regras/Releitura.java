package rinha.avaliador.regras;

import java.time.Duration;
import java.util.function.LongPredicate;

/// Lê o saldo de novo quando ele não fecha: distingue dinheiro perdido, que não volta, de extrato atrasado, que é de S04.
public final class Releitura {

    private static final int VEZES = 3;
    private static final Duration PAUSA = Duration.ofMillis(200);

    private Releitura() {
    }

    /// Devolve o primeiro total que serve, ou o último lido.
    public static long ate(Api api, int cliente, LongPredicate serve) throws InterruptedException {
        long total = api.total(cliente);
        for (int i = 1; i < VEZES && !serve.test(total); i++) {
            Thread.sleep(PAUSA);
            total = api.total(cliente);
        }
        return total;
    }
}
