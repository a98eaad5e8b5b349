package rinha.credito.armazenamento;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import rinha.credito.conta.Extrato;
import rinha.credito.conta.Lancamento;
import rinha.credito.conta.Pagina;
import rinha.credito.conta.Tipo;

/// As idas ao PostgreSQL que só leem. Um comando cada: saldo e transações saem do mesmo retrato (snapshot).
final class LeiturasPostgres {
    private static final String LIMITE = "SELECT limite FROM clientes WHERE id = ?";
    /// A história anda para trás pela chave primária: custa as linhas devolvidas, em qualquer página.
    private static final String HISTORIA = """
            SELECT c.saldo, c.limite, statement_timestamp(), t.numero, t.valor, t.tipo::text, t.descricao, t.realizada_em
              FROM clientes c
              LEFT JOIN LATERAL (
                    SELECT numero, valor, tipo, descricao, realizada_em
                      FROM transacoes
                     WHERE cliente_id = c.id AND numero < ?
                     ORDER BY numero DESC
                     LIMIT ?) t ON true
             WHERE c.id = ?
             ORDER BY t.numero DESC""";

    private LeiturasPostgres() {}

    static OptionalLong limite(Connection conexao, int cliente) throws SQLException {
        try (var comando = conexao.prepareStatement(LIMITE)) {
            comando.setInt(1, cliente);
            try (var linha = comando.executeQuery()) {
                return linha.next() ? OptionalLong.of(linha.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    static Optional<Extrato> extrato(Connection conexao, int cliente) throws SQLException {
        return historia(conexao, cliente, Long.MAX_VALUE, Extrato.MAXIMO_DE_TRANSACOES, (linhas, total, limite, data) ->
                new Extrato(total, data, limite, linhas));
    }

    static Optional<Pagina> transacoes(Connection conexao, int cliente, long antesDe, int quantas) throws SQLException {
        return historia(conexao, cliente, antesDe, quantas + 1, (linhas, _, _, _) ->
                new Pagina(linhas.subList(0, Math.min(quantas, linhas.size())), linhas.size() > quantas));
    }

    private interface Montagem<T> {
        T montar(List<Lancamento> lancamentos, long saldo, long limite, Instant agora);
    }

    private static <T> Optional<T> historia(Connection conexao, int cliente, long antesDe, int quantas, Montagem<T> montagem) throws SQLException {
        try (var comando = conexao.prepareStatement(HISTORIA)) {
            comando.setLong(1, antesDe);
            comando.setInt(2, quantas);
            comando.setInt(3, cliente);
            try (var linhas = comando.executeQuery()) {
                if (!linhas.next()) {
                    return Optional.empty();
                }
                long saldo = linhas.getLong(1);
                long limite = linhas.getLong(2);
                var agora = instante(linhas, 3);
                return Optional.of(montagem.montar(lancamentos(linhas), saldo, limite, agora));
            }
        }
    }

    /// A linha corrente é a primeira; sem transações, ela vem com `numero` nulo.
    private static List<Lancamento> lancamentos(ResultSet linhas) throws SQLException {
        var lancamentos = new ArrayList<Lancamento>(Extrato.MAXIMO_DE_TRANSACOES);
        do {
            long numero = linhas.getLong(4);
            if (!linhas.wasNull()) {
                var tipo = linhas.getString(6).equals("c") ? Tipo.CREDITO : Tipo.DEBITO;
                lancamentos.add(new Lancamento(numero, tipo, linhas.getLong(5), linhas.getString(7), instante(linhas, 8)));
            }
        } while (linhas.next());
        return lancamentos;
    }

    private static Instant instante(ResultSet linhas, int coluna) throws SQLException {
        return linhas.getObject(coluna, OffsetDateTime.class).toInstant();
    }
}
