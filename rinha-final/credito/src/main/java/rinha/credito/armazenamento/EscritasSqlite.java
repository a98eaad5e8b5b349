package rinha.credito.armazenamento;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import rinha.credito.conta.Resultado;
import rinha.credito.conta.Transacao;

/// As escritas no SQLite, cada chamada numa transação `BEGIN IMMEDIATE`: a vez de escrever é pedida antes de ler,
/// e por isso nunca se perde no meio.
final class EscritasSqlite {
    /// O SQLite transformaria um inteiro que transborda em ponto flutuante: a condição vem antes da soma.
    private static final String ATUALIZAR = """
            UPDATE clientes
               SET saldo = saldo + ?1, numero = numero + 1
             WHERE id = ?2
               AND CASE WHEN ?1 > 0 THEN saldo <= 9223372036854775807 - ?1 ELSE saldo >= -?1 - limite END
            RETURNING limite, saldo, numero""";
    private static final String LIMITE = "SELECT limite FROM clientes WHERE id = ?";
    private static final String INSERIR = """
            INSERT INTO transacoes (cliente_id, numero, valor, descricao, realizada_em) VALUES (?, ?, ?, ?, ?)""";

    private final InstantSource relogio;
    /// O último lote e o que ele respondeu. Só a thread do escritor os toca, e morrem com ela: basta, porque o banco
    /// roda neste processo e não há como ele ter gravado depois de nós.
    private long ultimoLote;
    private List<Resultado> ultimaResposta;

    EscritasSqlite(InstantSource relogio) {
        this.relogio = relogio;
    }

    /// Repetir o número do último lote devolve a resposta dele, sem aplicar de novo.
    List<Resultado> aplicarLote(ConexaoSqlite conexao, long numero, List<Transacao> transacoes) throws SQLException {
        if (numero != ultimoLote) {
            ultimaResposta = aplicar(conexao, transacoes);
            ultimoLote = numero;
        }
        return ultimaResposta;
    }

    List<Resultado> aplicar(ConexaoSqlite conexao, List<Transacao> transacoes) throws SQLException {
        return numaTransacao(conexao, () -> {
            long agora = ChronoUnit.MICROS.between(Instant.EPOCH, relogio.instant());
            var resultados = new ArrayList<Resultado>(transacoes.size());
            for (var transacao : transacoes) {
                resultados.add(aplicar(conexao, transacao, agora));
            }
            return resultados;
        });
    }

    private static Resultado aplicar(ConexaoSqlite conexao, Transacao transacao, long agora) throws SQLException {
        var atualizar = conexao.preparado(ATUALIZAR);
        atualizar.setLong(1, transacao.valorComSinal());
        atualizar.setInt(2, transacao.cliente());
        long limite;
        long saldo;
        long numero;
        try (var linha = atualizar.executeQuery()) {
            if (!linha.next()) {
                return Respostas.de(transacao.tipo(), limite(conexao, transacao.cliente()), null);
            }
            limite = linha.getLong(1);
            saldo = linha.getLong(2);
            numero = linha.getLong(3);
        }
        inserir(conexao, transacao, numero, agora);
        return Respostas.de(transacao.tipo(), limite, saldo);
    }

    private static Long limite(ConexaoSqlite conexao, int cliente) throws SQLException {
        var comando = conexao.preparado(LIMITE);
        comando.setInt(1, cliente);
        try (var linha = comando.executeQuery()) {
            return linha.next() ? linha.getLong(1) : null;
        }
    }

    private static void inserir(ConexaoSqlite conexao, Transacao transacao, long numero, long agora) throws SQLException {
        var inserir = conexao.preparado(INSERIR);
        inserir.setInt(1, transacao.cliente());
        inserir.setLong(2, numero);
        inserir.setLong(3, transacao.valorComSinal());
        inserir.setString(4, transacao.descricao());
        inserir.setLong(5, agora);
        inserir.executeUpdate();
    }

    static void zerar(ConexaoSqlite conexao) throws SQLException {
        numaTransacao(conexao, () -> {
            conexao.executar("DELETE FROM transacoes");
            conexao.executar("UPDATE clientes SET saldo = 0, numero = 0");
            return null;
        });
    }

    interface Corpo<T> {
        T executar() throws SQLException;
    }

    static <T> T numaTransacao(ConexaoSqlite conexao, Corpo<T> corpo) throws SQLException {
        conexao.executar("BEGIN IMMEDIATE");
        try {
            T resposta = corpo.executar();
            conexao.executar("COMMIT");
            return resposta;
        } catch (SQLException | RuntimeException e) {
            desfazer(conexao, e);
            throw e;
        }
    }

    private static void desfazer(ConexaoSqlite conexao, Exception causa) {
        try {
            conexao.executar("ROLLBACK");
        } catch (SQLException e) {
            // Disco cheio e erro de disco já desfazem sozinhos, e então não há o que desfazer.
            causa.addSuppressed(e);
        }
    }
}
