package rinha.avaliador.regras;

import java.time.Duration;
import java.util.function.LongPredicate;

/// Lê o saldo de novo quando ele não fecha: distingue dinheiro perdido, que não volta, de extrato atrasado, que é de S04.
public final class Releitura {

    private static final int VEZES = 3;
    private static final Duration PAUSA = Duration.ofMillis(200);
    /// Quem acabou de ser sobrecarregado pode precisar disto para voltar a responder.
    private static final Duration PACIENCIA = Duration.ofSeconds(3);

    private Releitura() {
    }

    /// Devolve o primeiro total que serve, ou o último lido; o extrato que não pode ser lido é pedido de novo por até três segundos.
    ///
    /// @throws Impedimento se depois disso o que veio não é um extrato
    /// @throws AlvoParou   se depois disso não veio nada
    public static long ate(Api api, int cliente, LongPredicate serve) throws InterruptedException {
        long fim = System.nanoTime() + PACIENCIA.toNanos();
        int lidos = 0;
        while (true) {
            try {
                long total = api.total(cliente);
                if (serve.test(total) || ++lidos == VEZES) {
                    return total;
                }
            } catch (Impedimento e) {
                // O silêncio tem conta própria: no terceiro seguido é AlvoParou.
                if (System.nanoTime() > fim && !api.calado()) {
                    throw e;
                }
            } catch (AlvoParou e) {
                if (System.nanoTime() > fim) {
                    throw e;
                }
            }
            Thread.sleep(PAUSA);
        }
    }
}
