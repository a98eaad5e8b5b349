package curso.bancada.instrumentos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import curso.bancada.servicos.Banco;
import curso.bancada.servicos.ServicosDoTeste;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ContadorDeConsultasTest {
    private Banco banco;
    private ContadorDeConsultas contador;

    @BeforeEach
    void abrir() {
        banco = ServicosDoTeste.abertos().postgres().novoBanco();
        banco.executar("create table produto (id int primary key, nome text)");
        contador = ContadorDeConsultas.sobre(banco.dataSource());
    }

    @AfterEach
    void fechar() {
        banco.close();
    }

    @Test
    @DisplayName("Cada comando é uma ida e volta; um lote inteiro é uma só")
    void contaIdasEVoltas_quandoComandosELote() throws SQLException {
        try (var conexao = contador.dataSource().getConnection();
                var inserir = conexao.prepareStatement("insert into produto values (?, ?)");
                var contar = conexao.createStatement()) {
            for (int id = 1; id <= 100; id++) {
                inserir.setInt(1, id);
                inserir.setString(2, "produto " + id);
                inserir.addBatch();
            }
            inserir.executeBatch();
            assertThat(contador.idasEVoltas()).isEqualTo(1);
            contar.executeQuery("select count(*) from produto").close();
            contar.executeQuery("select 1").close();
        }
        assertThat(contador.idasEVoltas()).isEqualTo(3);
        assertThat(contador.consultas()).containsExactly("insert into produto values (?, ?)", "select count(*) from produto", "select 1");
        assertThat(banco.numero("select count(*) from produto")).isEqualTo(100);
    }

    @Test
    @DisplayName("Uma consulta que falha também foi ao servidor")
    void conta_quandoFalha() throws SQLException {
        try (var conexao = contador.dataSource().getConnection(); var comando = conexao.createStatement()) {
            assertThatThrownBy(() -> comando.execute("select * from nada")).isInstanceOf(SQLException.class);
        }
        assertThat(contador.idasEVoltas()).isEqualTo(1);
    }

    @Test
    @DisplayName("Zerar recomeça a contagem")
    void recomeca_quandoZera() throws SQLException {
        try (var conexao = contador.dataSource().getConnection(); var comando = conexao.createStatement()) {
            comando.execute("select 1");
            contador.zerar();
            comando.execute("select 2");
        }
        assertThat(contador.idasEVoltas()).isEqualTo(1);
        assertThat(contador.consultas()).containsExactly("select 2");
    }
}
