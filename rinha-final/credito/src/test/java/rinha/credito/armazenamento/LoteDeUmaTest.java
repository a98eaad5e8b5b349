package rinha.credito.armazenamento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rinha.credito.armazenamento.Aberto.Recurso;
import rinha.credito.conta.Resultado.Aprovada;
import rinha.credito.conta.Resultado.Recusada;
import rinha.credito.conta.Tipo;
import rinha.credito.conta.Transacao;

@DisplayName("O lote de uma transação só: aplicado uma vez, chegue a repetição antes, durante ou depois da primeira tentativa")
final class LoteDeUmaTest {
    private static final String PRIMEIRA = "SELECT saldo FROM aplicar_lote_de_uma(7, 1, 1, %d, 'uma')";
    private static final String REPETICAO = "SELECT saldos[1] FROM aplicar_lote(7, 1, ARRAY[1], ARRAY[%d::bigint], ARRAY['uma'])";
    private static final String ULTRAPASSADA = "55000";

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private Recurso postgres;

    @BeforeEach
    void abrir() {
        postgres = Aberto.POSTGRES.abrir();
    }

    @AfterEach
    void fechar() {
        executor.shutdownNow();
        postgres.close();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A repetição pelo mesmo número devolve a mesma resposta")
    void devolveOMesmo_quandoLoteDeUmaSeRepete(Aberto tipo) {
        try (var recurso = tipo.abrir()) {
            for (int numero = 1; numero <= 3; numero++) {
                var lote = List.of(new Transacao(1, Tipo.CREDITO, 5, "uma"));
                var resposta = recurso.armazenamento().aplicarLote(numero, lote);
                assertThat(resposta).containsExactly(new Aprovada(100_000, 5 * numero));
                assertThat(recurso.armazenamento().aplicarLote(numero, lote)).isEqualTo(resposta);
            }
            assertThat(recurso.armazenamento().aplicarLote(4, List.of(new Transacao(6, Tipo.CREDITO, 5, "uma")))).containsExactly(Recusada.CLIENTE_DESCONHECIDO);
            assertThat(recurso.armazenamento().aplicarLote(5, List.of(new Transacao(1, Tipo.DEBITO, 100_016, "uma")))).containsExactly(Recusada.SALDO_INSUFICIENTE);
            assertThat(recurso.armazenamento().extrato(1).orElseThrow().total()).isEqualTo(15);
        }
    }

    @Test
    @DisplayName("A repetição espera a primeira tentativa, ainda em curso, e devolve o que ela respondeu")
    void esperaAPrimeira_quandoRepeticaoChegaNoMeio() throws Exception {
        try (var primeira = semConfirmar(); var repeticao = semConfirmar()) {
            assertThat(saldo(primeira, PRIMEIRA.formatted(5))).isEqualTo(5);
            var resposta = parada(repeticao, REPETICAO.formatted(5));
            primeira.commit();
            assertThat(resposta.get(10, TimeUnit.SECONDS)).isEqualTo(5);
            repeticao.commit();
        }
        assertThat(total()).isEqualTo(5);
    }

    @Test
    @DisplayName("A primeira tentativa, órfã, espera a repetição que chegou antes e não vale mais")
    void naoValeMais_quandoRepeticaoChegouAntes() throws Exception {
        try (var primeira = semConfirmar(); var repeticao = semConfirmar()) {
            assertThat(saldo(repeticao, REPETICAO.formatted(5))).isEqualTo(5);
            var orfa = parada(primeira, PRIMEIRA.formatted(5));
            repeticao.commit();
            assertThatThrownBy(() -> orfa.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
                    .cause().isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(ULTRAPASSADA));
            primeira.rollback();
        }
        assertThat(total()).isEqualTo(5);
    }

    @Test
    @DisplayName("Uma repetição recusada impede a primeira tentativa de valer depois, quando o saldo já daria")
    void naoValeMais_quandoRepeticaoFoiRecusada() throws Exception {
        try (var primeira = semConfirmar(); var repeticao = semConfirmar()) {
            assertThat(saldo(repeticao, REPETICAO.formatted(-100_001))).as("nulo: recusada").isNull();
            repeticao.commit();
            postgres.armazenamento().aplicar(new Transacao(1, Tipo.CREDITO, 1, "outra"));
            assertThatThrownBy(() -> saldo(primeira, PRIMEIRA.formatted(-100_001)))
                    .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(ULTRAPASSADA));
            primeira.rollback();
        }
        assertThat(total()).isEqualTo(1);
    }

    @Test
    @DisplayName("Uma recusa não grava nada: o COMMIT dela não espera o disco")
    void naoGrava_quandoRecusa() throws Exception {
        try (var conexao = semConfirmar()) {
            assertThat(saldo(conexao, PRIMEIRA.formatted(-100_001))).isNull();
            assertThat(saldo(conexao, "SELECT pg_current_xact_id_if_assigned()::text::bigint")).as("número da transação, dado a quem grava").isNull();
            assertThat(saldo(conexao, PRIMEIRA.formatted(5))).isEqualTo(5);
            assertThat(saldo(conexao, "SELECT pg_current_xact_id_if_assigned()::text::bigint")).isNotNull();
        }
    }

    private Connection semConfirmar() throws SQLException {
        var conexao = postgres.fundos().conectar();
        conexao.setAutoCommit(false);
        return conexao;
    }

    /// O comando noutra thread, já à espera de uma trava no banco.
    private Future<Long> parada(Connection conexao, String sql) throws Exception {
        var futura = executor.submit(() -> saldo(conexao, sql));
        try (var vigia = postgres.fundos().conectar()) {
            long ate = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (saldo(vigia, "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'advisory'"
                    + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())") == 0) {
                assertThat(futura.isDone()).as("a segunda não esperou pela primeira").isFalse();
                assertThat(System.nanoTime()).as("em 10 s a segunda nem parou nem terminou").isLessThan(ate);
                Thread.sleep(5);
            }
        }
        return futura;
    }

    private static Long saldo(Connection conexao, String sql) throws SQLException {
        try (var comando = conexao.createStatement(); var linha = comando.executeQuery(sql)) {
            linha.next();
            return linha.getObject(1, Long.class);
        }
    }

    private long total() {
        return postgres.armazenamento().extrato(1).orElseThrow().total();
    }
}
