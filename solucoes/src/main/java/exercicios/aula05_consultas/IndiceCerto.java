package exercicios.aula05_consultas;

import java.util.List;

/// Escolhe os três índices da loja, um por consulta.
///
/// - Extrato: a igualdade primeiro (`cliente_id`), depois o intervalo e a ordem (`criado_em`); o total vai de
///   carona no `INCLUDE`, e a tabela não é visitada.
/// - Entrada: o índice guarda a mesma expressão que a consulta procura.
/// - Fila: o índice só tem os pendentes, já na ordem da fila; são 1 em 200, e ele cabe em poucas páginas.
public final class IndiceCerto {
    private static final String EXTRATO = """
            CREATE INDEX pedidos_extrato ON pedidos (cliente_id, criado_em) INCLUDE (total_centavos)
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
