package curso.bancada.instrumentos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import curso.bancada.servicos.Banco;
import curso.bancada.servicos.ServicosDoTeste;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlanoDeConsultaTest {
    private static Banco banco;
    private static Connection conexao;

    @BeforeAll
    static void preparar() throws SQLException {
        banco = ServicosDoTeste.abertos().postgres().novoBanco();
        banco.executar("""
                create table pedido (id int primary key, cliente int not null, valor int not null);
                insert into pedido select i, i % 100, i from generate_series(1, 20000) i;
                create index pedido_por_cliente on pedido (cliente);
                create table grande (id int, texto text);
                insert into grande select i, repeat('x', 200) from generate_series(1, 60000) i;
                """);
        conexao = banco.dataSource().getConnection();
        try (var comando = conexao.createStatement()) {
            comando.execute("vacuum analyze");
        }
    }

    @AfterAll
    static void fechar() throws SQLException {
        conexao.close();
        banco.close();
    }

    @Test
    @DisplayName("Com índice: diz qual, quantas linhas, e toca poucas páginas")
    void dizOIndice_quandoUsa() throws SQLException {
        var plano = PlanoDeConsulta.explicar(conexao, "select valor from pedido where id = ?", 4_242);
        assertThat(plano.indicesUsados()).containsExactly("pedido_pkey");
        assertThat(plano.tiposDeNo()).containsExactly("Index Scan");
        assertThat(plano.linhas()).isEqualTo(1);
        assertThat(plano.buffersTocados()).isBetween(2L, 5L);
        assertThat(plano.temVarreduraSequencial("pedido")).isFalse();
        assertThat(plano.texto()).contains("pedido_pkey");
    }

    @Test
    @DisplayName("O nó que percorre um índice para um mapa de bits também conta")
    void dizOIndice_quandoMapaDeBits() throws SQLException {
        var plano = PlanoDeConsulta.explicar(conexao, "select sum(valor) from pedido where cliente = ?", 7);
        assertThat(plano.indicesUsados()).containsExactly("pedido_por_cliente");
        assertThat(plano.tiposDeNo()).contains("Aggregate", "Bitmap Heap Scan", "Bitmap Index Scan");
    }

    @Test
    @DisplayName("Sem índice: vê a varredura sequencial, e as páginas da tabela inteira")
    void veAVarredura_quandoSequencial() throws SQLException {
        var plano = PlanoDeConsulta.explicar(conexao, "select id from pedido where valor = ?", 4_242);
        assertThat(plano.temVarreduraSequencial("pedido")).isTrue();
        assertThat(plano.temVarreduraSequencial("cliente")).isFalse();
        assertThat(plano.indicesUsados()).isEmpty();
        assertThat(plano.buffersTocados()).isEqualTo(banco.numero("select relpages from pg_class where relname = 'pedido'"));
    }

    @Test
    @DisplayName("A varredura em paralelo também é sequencial, e as linhas dos trabalhadores somam")
    void veAVarredura_quandoParalela() throws SQLException {
        try (var comando = conexao.createStatement()) {
            comando.execute("set min_parallel_table_scan_size = 0; set parallel_setup_cost = 0; set parallel_tuple_cost = 0");
            var plano = PlanoDeConsulta.explicar(conexao, "select count(*) from grande where texto like ?", "%y%");
            assertThat(plano.tiposDeNo()).contains("Gather");
            assertThat(plano.temVarreduraSequencial("grande")).isTrue();
            assertThat(plano.linhas()).isEqualTo(1);
            assertThat(plano.buffersTocados()).isGreaterThanOrEqualTo(banco.numero("select relpages from pg_class where relname = 'grande'"));
            comando.execute("reset all");
        }
    }

    @Test
    @DisplayName("O SQL errado falha com o erro do servidor, e um texto que não é plano é recusado")
    void falha_quandoNaoEhPlano() {
        assertThatThrownBy(() -> PlanoDeConsulta.explicar(conexao, "select nada from pedido")).isInstanceOf(SQLException.class).hasMessageContaining("nada");
        assertThatThrownBy(() -> PlanoDeConsulta.de("{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlanoDeConsulta.de("não é json")).isInstanceOf(IllegalArgumentException.class);
    }
}
