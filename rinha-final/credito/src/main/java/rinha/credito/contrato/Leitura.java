package rinha.credito.contrato;

import rinha.credito.conta.Tipo;

/// O que saiu da leitura de um corpo: os três campos válidos, ou por que não.
public sealed interface Leitura permits Leitura.Lida, Recusa {
    record Lida(long valor, Tipo tipo, String descricao) implements Leitura {}
}
