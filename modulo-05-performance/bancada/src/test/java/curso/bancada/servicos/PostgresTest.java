package curso.bancada.servicos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PostgresTest {
    private final Postgres postgres = ServicosDoTeste.abertos().postgres();

    @ParameterizedTest(name = "{0}=on")
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    @DisplayName("O servidor embutido é durável")
    void ehDuravel_quandoEmbutido(String configuracao) {
        try (Banco banco = postgres.novoBanco()) {
            assertThat(banco.numero("select count(*) from pg_settings where name = ? and setting = 'on'", configuracao)).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("O servidor embutido só escuta na própria máquina, e é o PostgreSQL 18")
    void soEscutaNaMaquina_quandoEmbutido() {
        assertThat(postgres.versao()).startsWith("18.");
        assertThat(postgres.origem()).isEqualTo(Origem.EMBUTIDO);
        try (Banco banco = postgres.novoBanco()) {
            assertThat(banco.numero("select count(*) from pg_settings where name = 'listen_addresses' and setting = '127.0.0.1'")).isEqualTo(1);
            assertThat(banco.numero("select count(*) from pg_settings where name = 'unix_socket_directories' and setting = ''")).isEqualTo(1);
            assertThat(InetAddress.ofLiteral(banco.host()).isLoopbackAddress()).isTrue();
        }
    }

    @Test
    @DisplayName("Quem não sabe a senha não entra")
    void recusa_quandoSenhaErrada() {
        try (Banco banco = postgres.novoBanco()) {
            assertThatThrownBy(() -> banco.dataSource().getConnection(banco.usuario(), "errada")).isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState()).isEqualTo("28P01");
        }
    }

    @Test
    @DisplayName("Criar e devolver bancos usa uma conexão só, que se reabre se alguém a derruba")
    void usaUmaConexaoSo_quandoCriaEDevolveBancos() {
        String daManutencao = "select coalesce(max(pid), 0) from pg_stat_activity where datname = 'postgres' and backend_type = 'client backend'";
        try (Banco banco = postgres.novoBanco()) {
            long primeira = banco.numero(daManutencao);
            postgres.novoBanco().close();
            postgres.novoBanco().close();
            assertThat(banco.numero(daManutencao)).isEqualTo(primeira).isPositive();

            banco.numero("select count(pg_terminate_backend(?, 2000))", (int) primeira);
            postgres.novoBanco().close();
            assertThat(postgres.vivo()).isTrue();
            assertThat(banco.numero(daManutencao)).isNotEqualTo(primeira).isPositive();
        }
    }

    @Test
    @DisplayName("O que se faz num banco não aparece em outro")
    void naoSeEnxergam_quandoDoisBancos() {
        try (Banco um = postgres.novoBanco(); Banco outro = postgres.novoBanco()) {
            um.executar("create table so_aqui (id int); insert into so_aqui values (1), (2)");
            assertThat(um.numero("select count(*) from so_aqui where id > ?", 1)).isEqualTo(1);
            assertThat(outro.numero("select count(*) from pg_class where relname = 'so_aqui'")).isZero();
        }
    }

    @Test
    @DisplayName("O banco some ao fechar, mesmo com uma conexão aberta")
    void some_quandoFechaComConexaoAberta() throws SQLException {
        Banco banco = postgres.novoBanco();
        try (Connection esquecida = banco.dataSource().getConnection()) {
            banco.close();
            assertThat(esquecida.isValid(1)).isFalse();
        }
        try (Banco outro = postgres.novoBanco()) {
            assertThat(outro.numero("select count(*) from pg_database where datname = ?", banco.nome())).isZero();
        }
        banco.close();
    }

    @Test
    @DisplayName("O pool fecha junto com o banco")
    void fechaOPool_quandoBancoFecha() throws SQLException {
        Banco banco = postgres.novoBanco();
        var pool = banco.pool(2);
        pool.getConnection().close();
        banco.close();
        assertThat(pool.isClosed()).isTrue();
    }

    @Test
    @DisplayName("Muitas threads pedem bancos ao mesmo tempo e cada uma recebe o seu")
    void cadaUmRecebeOSeu_quandoPedemJuntos() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> nomes = IntStream.range(0, 6).mapToObj(i -> executor.submit(this::nomeDeUmBanco)).toList();
            assertThat(nomes).extracting(nome -> nome.get(30, TimeUnit.SECONDS)).doesNotHaveDuplicates();
        }
    }

    private String nomeDeUmBanco() {
        try (Banco banco = postgres.novoBanco()) {
            return banco.nome();
        }
    }

    @Test
    @DisplayName("A falha de SQL diz o que houve, a regra e o próximo passo, e não mostra a senha")
    void explica_quandoSqlErrado() {
        try (Banco banco = postgres.novoBanco()) {
            assertThatThrownBy(() -> banco.executar("select coluna from nada")).isInstanceOf(FalhaDeServico.class)
                    .hasMessageContainingAll("relation \"nada\" does not exist", "porta=" + banco.porta(), "Regra:", "Próximo passo:")
                    .hasMessageNotContaining(banco.senha());
            assertThatThrownBy(() -> banco.numero("select 1 where false")).isInstanceOf(FalhaDeServico.class).hasMessageContaining("não devolveu linhas");
        }
    }

    @Test
    @DisplayName("Maiúsculas com acento funcionam em qualquer sistema")
    void entendeAcentos_quandoMaiusculas() {
        try (Banco banco = postgres.novoBanco()) {
            assertThat(banco.numero("select count(*) where upper('ação') = 'AÇÃO'")).isEqualTo(1);
        }
    }
}
