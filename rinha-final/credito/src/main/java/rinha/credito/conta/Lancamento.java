package rinha.credito.conta;

import java.time.Instant;

/// Uma transação aplicada. `numero` conta de 1 em 1 por cliente, na ordem em que o saldo mudou: é ele que ordena, não o relógio.
public record Lancamento(long numero, Tipo tipo, long valor, String descricao, Instant realizadaEm) {}
