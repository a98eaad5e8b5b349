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
    private static final String PARADOS = """
            SELECT count(*)
              FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock'
            """;

    /// O que a outra transação faz e o que se espera de uma transferência de 30 da conta 1 para a 2, as duas com 100.
    record Caso(String nome, String mudanca, String resposta, long daPrimeira, long daSegunda) {
        List<Long> saldos() {
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

    private static void executar(Connection conexao, String comando) throws SQLException {
        try (var mudar = conexao.prepareStatement(comando)) {
            mudar.executeUpdate();
        }
    }
}
