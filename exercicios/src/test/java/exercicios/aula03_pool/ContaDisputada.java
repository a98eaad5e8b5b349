package exercicios.aula03_pool;

import curso.bancada.correcao.PrazoElastico;
import curso.bancada.servicos.Banco;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/// Uma transação do teste que muda uma conta e só confirma quando o código do aluno já está à espera dela.
///
/// O banco segura a linha mudada até o `commit`. Quem já leu o saldo antigo fica com ele na mão: é o pior momento, sem sorte.
final class ContaDisputada {

    private static final Duration LIMITE = Duration.ofSeconds(5);
    private static final Duration LIMITE_DA_LIVRE = Duration.ofSeconds(3);
    private static final String PARADOS = """
            SELECT count(*)
              FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock'
            """;

    /// O que a outra transação faz, os saldos que ela deixa e a resposta a uma transferência de 30 da conta 1 para a 2, as duas com 100.
    record Caso(String nome, String mudanca, long daPrimeira, long daSegunda, String resposta) {
        List<Long> saldos() {
            return resposta.equals("Feita[]") ? List.of(daPrimeira - 30, daSegunda + 30) : saldosSemTransferencia();
        }

        List<Long> saldosSemTransferencia() {
            return List.of(daPrimeira, daSegunda);
        }
    }

    private ContaDisputada() {}

    /// Começa `mudanca`, faz a chamada, confirma quando ela espera pela linha (ou acabou) e devolve o que ela respondeu.
    static String durante(Banco banco, String mudanca, Callable<String> chamada) throws Exception {
        var pedido = new FutureTask<>(chamada);
        try (Connection outra = banco.dataSource().getConnection()) {
            outra.setAutoCommit(false);
            executar(outra, mudanca);
            Thread.ofPlatform().daemon().start(pedido);
            PrazoElastico.ate(() -> pedido.isDone() || banco.numero(PARADOS) > 0, LIMITE);
            outra.commit();
        }
        return PrazoElastico.ate(pedido::isDone, LIMITE) ? pedido.get() : "nenhuma em " + LIMITE.toSeconds() + " s";
    }

    /// Começa `mudanca`, deixa a chamada `presa` à espera dela e devolve o que a `livre` respondeu antes da confirmação.
    static String aoLado(Banco banco, String mudanca, Callable<String> presa, Callable<String> livre) throws Exception {
        var primeira = new FutureTask<>(presa);
        var segunda = new FutureTask<>(livre);
        boolean respondeu;
        try (Connection outra = banco.dataSource().getConnection()) {
            outra.setAutoCommit(false);
            executar(outra, mudanca);
            Thread.ofPlatform().daemon().start(primeira);
            PrazoElastico.ate(() -> primeira.isDone() || banco.numero(PARADOS) > 0, LIMITE);
            Thread.ofPlatform().daemon().start(segunda);
            PrazoElastico.ate(() -> segunda.isDone() || banco.numero(PARADOS) > 1, LIMITE_DA_LIVRE);
            respondeu = segunda.isDone();
            outra.commit();
        }
        PrazoElastico.ate(() -> primeira.isDone() && segunda.isDone(), LIMITE);
        return respondeu ? segunda.get() : "também parada, à espera da primeira";
    }

    /// O banco recusou porque outra transação mexia no mesmo: classe 40 (a transação tem de recomeçar) ou a espera proibida (55P03).
    static boolean erroDeConcorrencia(String resposta) {
        return resposta.startsWith("SQLException 40") || resposta.startsWith("SQLException 55P03");
    }

    private static void executar(Connection conexao, String comando) throws SQLException {
        try (var mudar = conexao.prepareStatement(comando)) {
            mudar.executeUpdate();
        }
    }
}
