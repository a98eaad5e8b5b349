package rinha.credito.http;

import rinha.credito.contrato.Problema;

/// O pedido não pode ser atendido, e o corpo dele ficou por ler: a conexão fecha depois da resposta.
final class PedidoRecusado extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problema problema;

    PedidoRecusado(Problema problema) {
        super(null, null, false, false);
        this.problema = problema;
    }

    Problema problema() {
        return problema;
    }
}
