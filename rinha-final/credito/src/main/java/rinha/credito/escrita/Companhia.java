package rinha.credito.escrita;

import java.time.Duration;

/// Decide quanto um lote espera por mais transações antes de partir.
///
/// Quem acabou de ser respondido costuma voltar logo: o lote espera, por pouco, juntar tantas quantas os lotes recentes. O COMMIT
/// e a partida dos comandos se pagam uma vez por lote: esperar até 2 ms em vez de 0,5, com 64 conexões, tirou cerca de 10% da CPU
/// do banco por pedido.
/// Com um cliente por vez o alvo é um, e ninguém espera.
final class Companhia {
    /// Quanto se espera por cada transação do alvo: um alvo pequeno, de carga leve, atrasa pouco.
    private static final long POR_TRANSACAO = Duration.ofNanos(100_000).toNanos();

    private final long maximo;
    private final int maiorLote;
    private int alvo = 1;

    Companhia(Duration maximo, int maiorLote) {
        this.maximo = maximo.toNanos();
        this.maiorLote = maiorLote;
    }

    void esperar(Fila fila) throws InterruptedException {
        if (maximo > 0 && alvo > 1) {
            fila.esperar(alvo, Math.min(maximo, alvo * POR_TRANSACAO));
        }
    }

    /// O alvo sobe na hora e desce devagar, um por lote.
    void vieram(int quantas) {
        alvo = Math.min(maiorLote, Math.max(quantas, alvo - 1));
    }
}
