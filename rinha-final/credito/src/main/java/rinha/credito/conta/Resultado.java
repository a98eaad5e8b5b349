package rinha.credito.conta;

/// O que aconteceu com uma transação. Só [Aprovada] mudou o saldo com certeza; só [Indisponivel] de
/// [Indisponivel.Motivo#DESFECHO_DESCONHECIDO] pode ter mudado.
public sealed interface Resultado {
    /// Aplicada e durável; `saldo` é o de logo depois dela.
    record Aprovada(long limite, long saldo) implements Resultado {}

    /// Não aplicada pela regra da conta.
    enum Recusada implements Resultado {
        SALDO_INSUFICIENTE,
        /// O crédito levaria o saldo além de 2^63 − 1.
        SALDO_FORA_DO_ALCANCE,
        CLIENTE_DESCONHECIDO,
        /// O banco recusou o dado (classes 22 e 23 do SQLSTATE): só esta transação falha.
        DADO_RECUSADO
    }

    /// Sem resposta do armazenamento. Tentar de novo é seguro, salvo quando o desfecho é desconhecido.
    record Indisponivel(Motivo motivo) implements Resultado {
        public enum Motivo { FILA_CHEIA, PRAZO_ESGOTADO, BANCO_FORA, ENCERRANDO, DESFECHO_DESCONHECIDO }
    }
}
