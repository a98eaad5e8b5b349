package rinha.credito.armazenamento;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import rinha.credito.conta.Extrato;
import rinha.credito.conta.Lancamento;
import rinha.credito.conta.Pagina;
import rinha.credito.conta.Tipo;

/// As leituras no SQLite. Um comando cada: saldo e transações saem do mesmo retrato.
final class LeiturasSqlite {
    private static final String LIMITE = "SELECT limite FROM clientes WHERE id = ?";
    private static final String HISTORIA = """
            SELECT c.saldo, c.limite, t.numero, t.valor, t.descricao, t.realizada_em
              FROM clientes c
              LEFT JOIN (
                    SELECT cliente_id, numero, valor, descricao, realizada_em
                      FROM transacoes
                     WHERE cliente_id = ?1 AND numero < ?2
                     ORDER BY numero DESC
                     LIMIT ?3) t ON t.cliente_id = c.id
             WHERE c.id = ?1
             ORDER BY t.numero DESC""";

    private LeiturasSqlite() {}

    static OptionalLong limite(ConexaoSqlite conexao, int cliente) throws SQLException {
        var comando = conexao.preparado(LIMITE);
        comando.setInt(1, cliente);
        try (var linha = comando.executeQuery()) {
            return linha.next() ? OptionalLong.of(linha.getLong(1)) : OptionalLong.empty();
        }
    }

    static Optional<Extrato> extrato(ConexaoSqlite conexao, int cliente, Instant agora) throws SQLException {
        return historia(conexao, cliente, Long.MAX_VALUE, Extrato.MAXIMO_DE_TRANSACOES, (linhas, total, limite) ->
                new Extrato(total, agora, limite, linhas));
    }

    static Optional<Pagina> transacoes(ConexaoSqlite conexao, int cliente, long antesDe, int quantas) throws SQLException {
        return historia(conexao, cliente, antesDe, quantas + 1, (linhas, _, _) ->
                new Pagina(linhas.subList(0, Math.min(quantas, linhas.size())), linhas.size() > quantas));
    }

    private interface Montagem<T> {
        T montar(List<Lancamento> lancamentos, long saldo, long limite);
    }

    private static <T> Optional<T> historia(ConexaoSqlite conexao, int cliente, long antesDe, int quantas, Montagem<T> montagem)
            throws SQLException {
        var comando = conexao.preparado(HISTORIA);
        comando.setInt(1, cliente);
        comando.setLong(2, antesDe);
        comando.setInt(3, quantas);
        try (var linhas = comando.executeQuery()) {
            if (!linhas.next()) {
                return Optional.empty();
            }
            long saldo = linhas.getLong(1);
            long limite = linhas.getLong(2);
            return Optional.of(montagem.montar(lancamentos(linhas), saldo, limite));
        }
    }

    private static List<Lancamento> lancamentos(ResultSet linhas) throws SQLException {
        var lancamentos = new ArrayList<Lancamento>(Extrato.MAXIMO_DE_TRANSACOES);
        do {
            long numero = linhas.getLong(3);
            if (!linhas.wasNull()) {
                long valor = linhas.getLong(4);
                var quando = Instant.EPOCH.plus(linhas.getLong(6), ChronoUnit.MICROS);
                lancamentos.add(new Lancamento(numero, Tipo.doSinal(valor), Math.abs(valor), linhas.getString(5), quando));
            }
        } while (linhas.next());
        return lancamentos;
    }
}
