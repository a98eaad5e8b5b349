package rinha.credito.escrita;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;

/// Decide quanto um lote espera por mais transações antes de partir.
///
/// Quem acabou de ser respondido costuma voltar logo: o lote espera, por pouco, juntar tantos quantos os lotes recentes.
/// Com um cliente por vez o alvo é um, e ninguém espera.
final class Companhia {
    private static final long PASSO = Duration.ofNanos(50_000).toNanos();

    private final long maximo;
    private int alvo = 1;

    Companhia(Duration maximo) {
        this.maximo = maximo.toNanos();
    }

    void esperar(Collection<?> fila) {
        if (maximo == 0 || alvo <= 1) {
            return;
        }
        long inicio = System.nanoTime();
        while (fila.size() + 1 < alvo && System.nanoTime() - inicio < maximo) {
            LockSupport.parkNanos(PASSO);
        }
    }

    /// O alvo sobe na hora e desce devagar, um por lote.
    void vieram(int quantos) {
        alvo = Math.max(quantos, alvo - 1);
    }
}
