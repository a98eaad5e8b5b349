package exercicios.aula05_consultas;

import java.util.List;

/// Armadilha: o índice do extrato para numa data, e os pedidos continuam chegando.
public final class IndiceCerto {
    private static final String EXTRATO = """
            CREATE INDEX pedidos_extrato ON pedidos (cliente_id, criado_em) INCLUDE (total_centavos)
             WHERE criado_em < '2026-04-01'
            """;
    private static final String ENTRADA = """
            CREATE INDEX clientes_entrada ON clientes (lower(email))
            """;
    private static final String FILA = """
            CREATE INDEX pedidos_fila ON pedidos (criado_em) WHERE situacao = 'pendente'
            """;

    /// Devolve os comandos `CREATE INDEX`, um por elemento, na ordem em que devem ser executados.
    public List<String> comandos() {
        return List.of(EXTRATO, ENTRADA, FILA);
    }
}
