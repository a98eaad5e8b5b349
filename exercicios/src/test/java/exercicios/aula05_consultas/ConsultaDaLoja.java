package exercicios.aula05_consultas;

import curso.bancada.instrumentos.PlanoDeConsulta;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/// As três consultas do exercício 05.2, com os parâmetros que o teste usa.
enum ConsultaDaLoja {
    EXTRATO("""
            SELECT criado_em, total_centavos FROM pedidos
             WHERE cliente_id = ? AND criado_em >= ? AND criado_em < ?
             ORDER BY criado_em
            """, 42L, OffsetDateTime.parse("2026-02-01T00:00:00Z"), OffsetDateTime.parse("2026-04-01T00:00:00Z")),
    ENTRADA("""
            SELECT id, nome FROM clientes WHERE lower(email) = lower(?)
            """, "CLIENTE.777@exemplo.com"),
    FILA("""
            SELECT id, cliente_id, criado_em FROM pedidos
             WHERE situacao = 'pendente'
             ORDER BY criado_em
             LIMIT 50
            """);

    private final String sql;
    private final List<Object> parametros;

    ConsultaDaLoja(String sql, Object... parametros) {
        this.sql = sql;
        this.parametros = List.of(parametros);
    }

    PlanoDeConsulta explicar(Connection conexao) throws SQLException {
        return PlanoDeConsulta.explicar(conexao, sql, parametros.toArray());
    }
}
