package exercicios.aula03_pool;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.correcao.Mensagem;
import curso.bancada.correcao.PrazoElastico;
import curso.bancada.correcao.TesteDeExercicio;
import curso.bancada.servicos.Banco;
import exercicios.aula03_pool.TransferenciaSemImpasse.Feita;
import exercicios.aula03_pool.TransferenciaSemImpasse.Resposta;
import exercicios.aula03_pool.TransferenciaSemImpasse.SaldoInsuficiente;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@TesteDeExercicio(value = "03.3", prazoEmSegundos = 20)
final class TransferenciaSemImpasseTest {

    private static final int CONEXOES = 3;
    private static final Duration PRAZO_DA_RESPOSTA = Duration.ofSeconds(6);

    private static final List<ContaDisputada.Caso> DISPUTAS = List.of(
            new ContaDisputada.Caso("outra tirou 10 da conta 1", "UPDATE contas SET saldo = saldo - 10 WHERE id = 1", 90, 100, "Feita[]"),
            new ContaDisputada.Caso("outra tirou 80 da conta 1", "UPDATE contas SET saldo = saldo - 80 WHERE id = 1", 20, 100,
                    "SaldoInsuficiente[]"),
            new ContaDisputada.Caso("outra pôs 10 na conta 2", "UPDATE contas SET saldo = saldo + 10 WHERE id = 2", 100, 110, "Feita[]"));

    private static Banco banco;
    private PoolComEncontro pool;

    @BeforeAll
    static void abrir(Banco novo) {
        banco = novo;
    }

    @BeforeEach
    void prepararContas() throws SQLException {
        banco.executar("""
                DROP TABLE IF EXISTS contas, transferencias;
                CREATE TABLE contas (id bigint PRIMARY KEY, saldo bigint NOT NULL CHECK (saldo >= 0));
                CREATE TABLE transferencias (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                                             de bigint NOT NULL, para bigint NOT NULL, centavos bigint NOT NULL);
                INSERT INTO contas SELECT n, 100 FROM generate_series(1, 6) n;
                """);
        pool = PoolComEncontro.aberto(banco, CONEXOES);
    }

    @AfterEach
    void fecharPool() {
        pool.close();
    }

    @Test @Order(1)
    @DisplayName("move o saldo e registra a transferência")
    void moveERegistra_quandoHaSaldo() throws SQLException {
        var resposta = new TransferenciaSemImpasse(pool).transferir(1, 2, 30);

        assertThat(resposta).as("resposta de uma transferência com saldo").isEqualTo(new Feita());
        assertThat(saldos()).as("saldos das contas 1 e 2").containsExactly(70L, 130L);
        assertThat(registros()).as("transferências registradas").isEqualTo(1);
        long certos = banco.numero("SELECT count(*) FROM transferencias WHERE de = 1 AND para = 2 AND centavos = 30");
        Mensagem.esperado("um registro de 30 centavos da conta 1 para a 2")
                .visto("um registro que diz outra coisa")
                .causaProvavel("os parâmetros do INSERT estão em outra ordem: origem e destino trocados, ou outro valor")
                .proximoPasso("confira, um por um, os setLong contra as colunas do INSERT")
                .exigir(certos == 1);
    }

    @Test @Order(2)
    @DisplayName("recusa sem mudar nada e devolve a conexão quando falta saldo")
    void recusaEDevolve_quandoFaltaSaldo() throws SQLException {
        var resposta = new TransferenciaSemImpasse(pool).transferir(1, 2, 101);

        assertThat(resposta).as("resposta de uma transferência sem saldo").isEqualTo(new SaldoInsuficiente());
        assertThat(saldos()).as("saldos das contas 1 e 2").containsExactly(100L, 100L);
        assertThat(registros()).as("transferências registradas").isZero();
        assertThat(PoolDeTeste.emprestadas(pool)).as("conexões ainda emprestadas").isZero();
    }

    @Test @Order(3)
    @DisplayName("conclui N transferências simultâneas com um pool de N")
    void concluiTodas_quandoOPoolInteiroEstaOcupado() throws Exception {
        var servico = new TransferenciaSemImpasse(pool);
        pool.reunirOsPrimeiros(CONEXOES);

        var respostas = transferirJuntas(servico, CONEXOES);

        var todas = List.of("Feita[]", "Feita[]", "Feita[]");
        Mensagem.esperado("as " + CONEXOES + " transferências feitas, sem nenhuma recusa do pool de " + CONEXOES)
                .visto(respostas + "; recusas do pool: " + pool.recusas())
                .causaProvavel("cada transferência segura uma conexão e espera por outra, que não virá")
                .proximoPasso("leia «Impasse no pool» em teoria/03-pool.md e conte quantas conexões uma transferência precisa ter na mão")
                .exigir(respostas.equals(todas) && pool.recusas().isEmpty());
        assertThat(registros()).as("transferências registradas").isEqualTo(CONEXOES);
    }

    @Test @Order(4)
    @DisplayName("atende duas transferências ao mesmo tempo quando há conexões de sobra")
    void andamJuntas_quandoHaConexoesDeSobra() throws Exception {
        var servico = new TransferenciaSemImpasse(pool);
        pool.reunirOsPrimeiros(2);

        var respostas = transferirJuntas(servico, 2);

        Mensagem.esperado("2 transferências em andamento ao mesmo tempo, cada uma com a sua conexão, num pool de " + CONEXOES)
                .visto("no máximo " + pool.picoDeReunidas() + "; respostas " + respostas)
                .causaProvavel("uma trava põe as transferências em fila: uma só anda, e as outras conexões ficam paradas")
                .proximoPasso("reduza o que cada transferência pede ao pool, e não quantas andam")
                .exigir(pool.picoDeReunidas() == 2);
    }

    @Test @Order(5)
    @DisplayName("usa uma conexão de cada vez em cada transferência")
    void usaUmaConexao_emCadaTransferencia() {
        var servico = new TransferenciaSemImpasse(pool);
        tentar(() -> servico.transferir(1, 2, 10));

        Mensagem.esperado("uma conexão na mão durante uma transferência")
                .visto(pool.picoDeEmprestadas() + " ao mesmo tempo")
                .causaProvavel("um dos passos pede a sua própria conexão enquanto a transação de fora ainda segura a dela")
                .proximoPasso("quem abre a transação passa a conexão adiante, como parâmetro")
                .exigir(pool.picoDeEmprestadas() == 1);
    }

    @Test @Order(6)
    @DisplayName("mantém o pool do tamanho que veio")
    void mantemOTamanho_doPool() {
        var servico = new TransferenciaSemImpasse(pool);
        tentar(() -> servico.transferir(1, 2, 10));

        Mensagem.esperado("um pool de até " + CONEXOES + " conexões")
                .visto("um pool de até " + pool.getMaximumPoolSize())
                .causaProvavel("o impasse foi empurrado para mais longe com um pool maior, que o servidor não tem como servir")
                .proximoPasso("não mexa no tamanho: reduza o que cada transferência pede")
                .exigir(pool.getMaximumPoolSize() == CONEXOES);
    }

    @Test @Order(7)
    @DisplayName("não perde dinheiro quando o crédito falha")
    void naoPerdeDinheiro_quandoOCreditoFalha() {
        banco.executar("ALTER TABLE contas ADD CONSTRAINT teto CHECK (saldo <= 100)");
        exigirTudoComoAntes("crédito");
    }

    @Test @Order(8)
    @DisplayName("não move dinheiro quando o registro falha")
    void naoMoveDinheiro_quandoORegistroFalha() {
        banco.executar("ALTER TABLE transferencias ADD CONSTRAINT teto CHECK (centavos < 10)");
        exigirTudoComoAntes("registro");
    }

    @Test @Order(9)
    @DisplayName("devolve a conexão quando o banco recusa um dos passos")
    void devolveAConexao_quandoOBancoRecusa() {
        banco.executar("ALTER TABLE transferencias ADD CONSTRAINT teto CHECK (centavos < 10)");
        var servico = new TransferenciaSemImpasse(pool);
        tentar(() -> servico.transferir(1, 2, 40));

        Mensagem.esperado("nenhuma conexão emprestada depois de uma transferência que o banco recusou")
                .visto(PoolDeTeste.estado(pool))
                .causaProvavel("a conexão só é fechada quando tudo dá certo ou falta saldo; a exceção passa por cima do close()")
                .proximoPasso("abra a conexão num try-with-resources (exercício 03.1)")
                .exigir(PoolDeTeste.emprestadas(pool) == 0);
    }

    @Test @Order(10)
    @DisplayName("não perde o que outra transação fez nas mesmas contas")
    void naoPerdeDinheiro_quandoOutraTransacaoMexeNaConta() throws Exception {
        for (var caso : DISPUTAS) {
            var visto = respostaDurante(caso);
            // Recusada, a transferência não fez nada: se podia ser, é o outro teste que diz.
            boolean certa = ContaDisputada.erroDeConcorrencia(visto) ? saldos().equals(caso.saldosSemTransferencia())
                    : saldos().equals(caso.saldos()) && visto.equals(caso.resposta());
            Mensagem.esperado("%s enquanto se transferiam 30: resposta %s, saldos %s".formatted(caso.nome(), caso.resposta(), caso.saldos()))
                    .visto("resposta " + visto + ", saldos " + saldos())
                    .causaProvavel("o saldo foi lido num comando e gravado, ou conferido, em outro: o que a outra transação fez nesse meio se perde")
                    .proximoPasso("deixe o banco conferir e mudar num passo só (UPDATE … SET saldo = saldo - ? WHERE … AND saldo >= ?), ou trave "
                            + "a linha ao ler (FOR UPDATE)")
                    .exigir(certa);
        }
    }

    @Test @Order(11)
    @DisplayName("não responde com erro de concorrência quando outra transação mexe nas mesmas contas")
    void naoFalhaPorConcorrencia_quandoOutraTransacaoMexeNaConta() throws Exception {
        for (var caso : DISPUTAS) {
            var visto = respostaDurante(caso);
            Mensagem.esperado("%s enquanto se transferiam 30: resposta %s".formatted(caso.nome(), caso.resposta()))
                    .visto("resposta " + visto)
                    .causaProvavel("o isolamento da transação é REPEATABLE READ ou SERIALIZABLE e ninguém a repete, ou a trava foi "
                            + "pedida sem espera (NOWAIT)")
                    .proximoPasso("no isolamento padrão, o UPDATE espera e relê a linha; num mais forte, refaça a transação do começo "
                            + "a cada recusa")
                    .exigir(!ContaDisputada.erroDeConcorrencia(visto));
        }
    }

    @Test @Order(12)
    @DisplayName("não espera por uma transferência parada quando as contas são outras")
    void naoEsperaPorOutra_quandoAsContasSaoOutras() throws Exception {
        var servico = new TransferenciaSemImpasse(pool);
        var visto = ContaDisputada.aoLado(banco, "UPDATE contas SET saldo = saldo - 10 WHERE id = 5",
                () -> tentar(() -> servico.transferir(5, 6, 10)), () -> tentar(() -> servico.transferir(1, 2, 30)));

        Mensagem.esperado("Feita[] da conta 1 para a 2, enquanto a transferência da 5 para a 6 espera por outra transação")
                .visto(visto)
                .causaProvavel("uma trava vale para todas as transferências: a tabela inteira, todas as linhas, um número só ou um "
                        + "objeto do Java")
                .proximoPasso("trave só as contas da transferência; o UPDATE já trava as linhas que muda")
                .exigir(visto.equals("Feita[]"));
    }

    @Test @Order(13)
    @DisplayName("conta o erro do banco a quem chamou")
    void repassaOErro_quandoOBancoRecusa() {
        banco.executar("ALTER TABLE contas ADD CONSTRAINT teto CHECK (saldo <= 100)");
        exigirErro("crédito");
        banco.executar("ALTER TABLE contas DROP CONSTRAINT teto; ALTER TABLE transferencias ADD CONSTRAINT teto CHECK (centavos < 10)");
        exigirErro("registro");
    }

    private void exigirErro(String passo) {
        var servico = new TransferenciaSemImpasse(pool);
        var resposta = tentar(() -> servico.transferir(1, 2, 40));
        Mensagem.esperado("SQLException, porque o banco recusou o " + passo)
                .visto(resposta)
                .causaProvavel("um catch traduz a recusa do banco: em falta de saldo, em sucesso ou em outra exceção")
                .proximoPasso("deixe o débito dizer se há saldo (as linhas que ele mudou) e a SQLException seguir, depois do rollback")
                .exigir(resposta.startsWith("SQLException"));
    }

    private String respostaDurante(ContaDisputada.Caso caso) throws Exception {
        banco.executar("UPDATE contas SET saldo = 100");
        var servico = new TransferenciaSemImpasse(pool);
        return ContaDisputada.durante(banco, caso.mudanca(), () -> tentar(() -> servico.transferir(1, 2, 30)));
    }

    private void exigirTudoComoAntes(String passo) {
        var servico = new TransferenciaSemImpasse(pool);
        var resposta = tentar(() -> servico.transferir(1, 2, 40));

        var visto = "saldos " + saldos() + ", " + registros() + " registros, resposta " + resposta;
        Mensagem.esperado("saldos [100, 100] e 0 registros, porque o banco recusou o " + passo)
                .visto(visto)
                .causaProvavel("uma parte foi confirmada sozinha, em outra conexão ou em outra transação")
                .proximoPasso("débito, crédito e registro na mesma transação, e um só commit(), no fim")
                .exigir(saldos().equals(List.of(100L, 100L)) && registros() == 0);
    }

    private static List<String> transferirJuntas(TransferenciaSemImpasse servico, int quantas) {
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var futuros = new ArrayList<Future<Resposta>>();
            for (int i = 0; i < quantas; i++) {
                long de = 2L * i + 1;
                futuros.add(executor.submit(() -> servico.transferir(de, de + 1, 10)));
            }
            var respostas = new ArrayList<String>();
            for (var futuro : futuros) {
                respostas.add(resposta(futuro));
            }
            return respostas;
        } finally {
            executor.shutdownNow();
        }
    }

    private static String resposta(Future<Resposta> futuro) {
        if (!PrazoElastico.ate(futuro::isDone, PRAZO_DA_RESPOSTA)) {
            return "sem resposta em " + PRAZO_DA_RESPOSTA.toSeconds() + " s";
        }
        return futuro.state() == Future.State.SUCCESS ? futuro.resultNow().toString()
                : futuro.exceptionNow().getClass().getSimpleName() + ": " + futuro.exceptionNow().getMessage();
    }

    private interface Pedido {
        Resposta fazer() throws SQLException;
    }

    private static String tentar(Pedido pedido) {
        try {
            return String.valueOf(pedido.fazer());
        } catch (SQLException e) {
            return "SQLException " + e.getSQLState() + ": " + e.getMessage();
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private static List<Long> saldos() {
        return List.of(banco.numero("SELECT saldo FROM contas WHERE id = 1"), banco.numero("SELECT saldo FROM contas WHERE id = 2"));
    }

    private static long registros() {
        return banco.numero("SELECT count(*) FROM transferencias");
    }
}
