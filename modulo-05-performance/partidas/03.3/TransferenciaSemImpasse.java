package exercicios.aula03_pool;

import com.zaxxer.hikari.HikariDataSource;
import curso.bancada.correcao.Exercicio;
import java.sql.Connection;
import java.sql.SQLException;

/// Transfere dinheiro entre contas e registra a transferência.
///
/// # A tarefa (03.3)
///
/// **O que acontece agora.** Cada transferência segura a conexão do débito enquanto pede outra para o crédito. Com um
/// pool de N, basta que N transferências comecem juntas: todas seguram uma, todas esperam por outra, nenhuma anda.
/// E o crédito é confirmado sozinho: se algo falha depois dele, o dinheiro aparece do nada.
///
/// **O que deve valer:**
///
/// - Com um pool de N, N transferências andam **ao mesmo tempo**, e nenhuma é recusada pelo pool. A que espera por uma
///   conta não segura as que mexem em outras contas.
/// - O pool continua do tamanho que veio: o servidor não aceita mais conexões do que ele já tem.
/// - Débito, crédito e registro valem juntos, ou nenhum vale. O registro diz a origem, o destino e os centavos.
/// - Outras transações mexem nas mesmas contas ao mesmo tempo, e o que elas fazem não se perde. A transferência espera por
///   elas e responde pelo saldo que deixaram: [Feita] ou [SaldoInsuficiente], sem erro de concorrência.
/// - A conexão volta ao pool sempre, também quando o banco recusa.
/// - Sem saldo, a resposta é [SaldoInsuficiente] e nada muda. Erro do banco chega como `SQLException`, e nada muda.
///
/// As tabelas já existem:
///
/// ```sql
/// contas         (id bigint PRIMARY KEY, saldo bigint CHECK (saldo >= 0))
/// transferencias (id bigint, de bigint, para bigint, centavos bigint)
/// ```
///
/// **Fora do escopo:** contas que não existem; transferências cruzadas entre as mesmas duas contas (a ordem das
/// travas de linha é assunto da aula 07).
public final class TransferenciaSemImpasse {

    /// O que aconteceu com um pedido de transferência.
    public sealed interface Resposta {}

    /// O dinheiro mudou de conta e está registrado.
    public record Feita() implements Resposta {}

    /// A conta de origem não tinha saldo; nada mudou.
    public record SaldoInsuficiente() implements Resposta {}

    private final HikariDataSource pool;

    public TransferenciaSemImpasse(HikariDataSource pool) {
        this.pool = pool;
    }

    /// Tira `centavos` de uma conta e põe na outra.
    public Resposta transferir(long de, long para, long centavos) throws SQLException {
        Exercicio.aFazer("03.3");
        try (var conexao = pool.getConnection()) {
            conexao.setAutoCommit(false);
            if (!debitar(conexao, de, centavos)) {
                return new SaldoInsuficiente();
            }
            creditar(para, centavos);
            registrar(de, para, centavos);
            conexao.commit();
            return new Feita();
        }
    }

    private static boolean debitar(Connection conexao, long de, long centavos) throws SQLException {
        try (var comando = conexao.prepareStatement("UPDATE contas SET saldo = saldo - ? WHERE id = ? AND saldo >= ?")) {
            comando.setLong(1, centavos);
            comando.setLong(2, de);
            comando.setLong(3, centavos);
            return comando.executeUpdate() == 1;
        }
    }

    private void creditar(long para, long centavos) throws SQLException {
        try (var conexao = pool.getConnection();
             var comando = conexao.prepareStatement("UPDATE contas SET saldo = saldo + ? WHERE id = ?")) {
            comando.setLong(1, centavos);
            comando.setLong(2, para);
            comando.executeUpdate();
        }
    }

    private void registrar(long de, long para, long centavos) throws SQLException {
        try (var conexao = pool.getConnection();
             var comando = conexao.prepareStatement("INSERT INTO transferencias (de, para, centavos) VALUES (?, ?, ?)")) {
            comando.setLong(1, de);
            comando.setLong(2, para);
            comando.setLong(3, centavos);
            comando.executeUpdate();
        }
    }
}
