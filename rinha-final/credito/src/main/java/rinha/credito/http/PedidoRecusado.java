package rinha.credito.http;

import java.util.Map;
import rinha.credito.contrato.Problema;

/// O pedido não pode ser atendido, e o corpo dele ficou por ler: a conexão fecha depois da resposta.
final class PedidoRecusado extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problema problema;
    private final transient Map<String, String> cabecalhos;

    PedidoRecusado(Problema problema) {
        this(problema, Map.of());
    }

    /// @param cabecalhos o que a resposta diz além do corpo
    PedidoRecusado(Problema problema, Map<String, String> cabecalhos) {
        super(null, null, false, false);
        this.problema = problema;
        this.cabecalhos = cabecalhos;
    }

    Problema problema() {
        return problema;
    }

    Map<String, String> cabecalhos() {
        return cabecalhos;
    }
}
