package rinha.credito.armazenamento;

import rinha.credito.conta.Resultado;
import rinha.credito.conta.Resultado.Aprovada;
import rinha.credito.conta.Resultado.Recusada;
import rinha.credito.conta.Tipo;

/// O que o banco respondeu, na convenção das funções SQL: limite nulo, não há cliente; saldo nulo, recusada.
final class Respostas {
    private Respostas() {}

    static Resultado de(Tipo tipo, Long limite, Long saldo) {
        if (limite == null) {
            return Recusada.CLIENTE_DESCONHECIDO;
        }
        if (saldo != null) {
            return new Aprovada(limite, saldo);
        }
        return tipo == Tipo.DEBITO ? Recusada.SALDO_INSUFICIENTE : Recusada.SALDO_FORA_DO_ALCANCE;
    }
}
