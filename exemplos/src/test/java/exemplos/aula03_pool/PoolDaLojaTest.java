package exemplos.aula03_pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import curso.bancada.servicos.Banco;
import curso.bancada.servicos.Servicos;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// O que a teoria afirma do HikariCP e do driver, na versão que o curso usa.
@DisplayName("O pool da loja e o que o HikariCP faz com uma conexão")
final class PoolDaLojaTest {

    private static Servicos servicos;
    private static Banco banco;

    @BeforeAll
    static void abrir() {
        servicos = Servicos.abrir();
        banco = servicos.postgres().novoBanco();
    }

    @AfterAll
    static void fechar() {
        banco.close();
        servicos.close();
    }

    @Test
    @DisplayName("o HikariCP aceita cada número como foi escrito")
    void naoCorrigeNada_quandoValidaAConfiguracao() {
        var config = PoolDaLoja.sobre(banco.dataSource());
        config.validate();

        assertThat(config.getMaximumPoolSize()).isEqualTo(6);
        assertThat(config.getConnectionTimeout()).isEqualTo(400);
        assertThat(config.getLeakDetectionThreshold()).isEqualTo(10_000);
        assertThat(config.getKeepaliveTime()).isEqualTo(120_000);
        assertThat(config.getMaxLifetime()).isEqualTo(3_000_000);
    }

    @Test
    @DisplayName("o HikariCP troca em silêncio o que está fora do que aceita, e recusa prazos de espera e de prova abaixo de 250 ms")
    void trocaEmSilencio_quandoOValorEstaFora() {
        var config = PoolDaLoja.sobre(banco.dataSource());
        config.setLeakDetectionThreshold(10);
        config.setKeepaliveTime(1_000);
        config.setMaxLifetime(1_000);
        config.validate();

        assertThat(config.getLeakDetectionThreshold()).isZero();
        assertThat(config.getKeepaliveTime()).isZero();
        assertThat(config.getMaxLifetime()).as("o padrão, 30 min").isEqualTo(1_800_000);
        assertThatThrownBy(() -> config.setConnectionTimeout(249)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> config.setValidationTimeout(249)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("a devolução desfaz a transação e o que o JDBC conhece; o que foi posto por SQL fica")
    void limpaSoOQueConhece_quandoAConexaoVolta() throws SQLException {
        banco.executar("create table marca (n integer)");
        try (var pool = poolDeUma()) {
            try (var conexao = pool.getConnection()) {
                conexao.setAutoCommit(false);
                conexao.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                executar(conexao, "insert into marca values (1)");
            }
            try (var conexao = pool.getConnection()) {
                executar(conexao, "set search_path to pg_catalog");
            }
            try (var conexao = pool.getConnection()) {
                assertThat(conexao.getAutoCommit()).isTrue();
                assertThat(conexao.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
                assertThat(ler(conexao, "show search_path")).as("search_path de quem pegou depois").isEqualTo("pg_catalog");
            }
        }
        assertThat(banco.numero("select count(*) from marca")).as("linhas não confirmadas").isZero();
    }

    @Test
    @DisplayName("o driver prepara no servidor na quinta execução, e o preparo é de uma conexão só")
    void preparaNaQuintaVez_emCadaConexao() throws SQLException {
        try (var conexao = banco.dataSource().getConnection(); var outra = banco.dataSource().getConnection()) {
            for (int i = 1; i <= 4; i++) {
                ler(conexao, "select 'olá'");
            }
            assertThat(preparados(conexao)).as("preparados depois de 4 execuções").isZero();
            ler(conexao, "select 'olá'");
            assertThat(preparados(conexao)).as("preparados depois de 5 execuções").isEqualTo(1);
            assertThat(preparados(outra)).as("preparados na outra conexão").isZero();
        }
    }

    private static HikariDataSource poolDeUma() {
        var config = PoolDaLoja.sobre(banco.dataSource());
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    private static void executar(Connection conexao, String sql) throws SQLException {
        try (var comando = conexao.createStatement()) {
            comando.execute(sql);
        }
    }

    private static String ler(Connection conexao, String sql) throws SQLException {
        try (var comando = conexao.prepareStatement(sql); var linhas = comando.executeQuery()) {
            linhas.next();
            return linhas.getString(1);
        }
    }

    private static long preparados(Connection conexao) throws SQLException {
        try (var comando = conexao.createStatement();
             var linhas = comando.executeQuery("select count(*) from pg_prepared_statements where statement like '%olá%'")) {
            linhas.next();
            return linhas.getLong(1);
        }
    }
}
