package rinha.credito.conta;

import java.util.Objects;

/// Um pedido já validado: `valor` em centavos, positivo; `descricao` de 1 a 10 caracteres.
public record Transacao(int cliente, Tipo tipo, long valor, String descricao) {
    public Transacao {
        Objects.requireNonNull(tipo, "tipo");
        Objects.requireNonNull(descricao, "descricao");
        if (valor <= 0) {
            throw new IllegalArgumentException("valor=" + valor + ": o valor precisa ser positivo; valide o pedido antes de criar a transação");
        }
    }

    /// O que se soma ao saldo: nunca transborda, porque o valor é positivo.
    public long valorComSinal() {
        return tipo == Tipo.CREDITO ? valor : -valor;
    }
}
