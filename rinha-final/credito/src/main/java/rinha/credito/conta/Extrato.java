package rinha.credito.conta;

import java.time.Instant;
import java.util.List;

/// Saldo e últimas transações, da mais nova para a mais velha, lidos num só instante: a mais nova explica o saldo.
public record Extrato(long total, Instant data, long limite, List<Lancamento> ultimas) {
    public static final int MAXIMO_DE_TRANSACOES = 10;

    public Extrato {
        ultimas = List.copyOf(ultimas);
    }
}
