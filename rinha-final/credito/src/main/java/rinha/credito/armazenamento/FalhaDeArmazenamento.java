package rinha.credito.armazenamento;

/// O armazenamento não fez o que lhe foi pedido; a natureza diz se algo pode ter sido gravado.
public final class FalhaDeArmazenamento extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Natureza {
        /// Nada foi gravado: o banco não aceita este dado, e não aceitará na próxima vez.
        DADO_RECUSADO,
        /// Nada foi gravado: outra transação atrapalhou (impasse, espera por trava); vale repetir já.
        CONFLITO,
        /// Nada foi gravado: banco fora, somente leitura ou disco cheio; vale repetir mais tarde.
        INDISPONIVEL,
        /// A conexão caiu com o pedido em curso: pode ter sido gravado.
        DESFECHO_DESCONHECIDO
    }

    private final Natureza natureza;

    FalhaDeArmazenamento(Natureza natureza, String mensagem, Throwable causa) {
        super(mensagem, causa);
        this.natureza = natureza;
    }

    public Natureza natureza() {
        return natureza;
    }
}
