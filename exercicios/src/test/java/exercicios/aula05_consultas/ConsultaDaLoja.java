package exercicios.aula05_consultas;

import curso.bancada.instrumentos.PlanoDeConsulta;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// As três consultas do exercício 05.2, com os parâmetros que o teste usa.
enum ConsultaDaLoja {
    EXTRATO("""
            SELECT criado_em, total_centavos FROM pedidos
             WHERE cliente_id = ? AND criado_em >= ? AND criado_em < ?
             ORDER BY criado_em
            """, extrato(42, "2026-02-01", "2026-04-01"), extrato(137, "2026-01-10", "2026-03-10"),
            extrato(7, "2026-03-10", "2026-05-08")),
    ENTRADA("""
            SELECT id, nome FROM clientes WHERE lower(email) = lower(?)
            """, com("CLIENTE.777@exemplo.com"), com("cliente.12345@EXEMPLO.com")),
    FILA("""
            SELECT id, cliente_id, criado_em FROM pedidos
             WHERE situacao = 'pendente'
             ORDER BY criado_em
             LIMIT 50
            """, com());

    private final String sql;
    /// Mais de um pedido por consulta: um índice que só serve a um cliente, ou a um e-mail, não serve à loja.
    private final List<Object[]> pedidos;

    ConsultaDaLoja(String sql, Object[]... pedidos) {
        this.sql = sql;
        this.pedidos = List.of(pedidos);
    }

    private static Object[] com(Object... parametros) {
        return parametros;
    }

    private static Object[] extrato(long cliente, String de, String ate) {
        return com(cliente, OffsetDateTime.parse(de + "T00:00:00Z"), OffsetDateTime.parse(ate + "T00:00:00Z"));
    }

    /// O plano de cada pedido.
    List<PlanoDeConsulta> explicar(Connection conexao) throws SQLException {
        var planos = new ArrayList<PlanoDeConsulta>();
        for (var parametros : pedidos) {
            planos.add(PlanoDeConsulta.explicar(conexao, sql, parametros));
        }
        return planos;
    }
}
