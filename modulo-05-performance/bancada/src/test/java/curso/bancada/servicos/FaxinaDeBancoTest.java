package curso.bancada.servicos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Faxina de banco: um banco devolvido volta vazio, ou não volta")
class FaxinaDeBancoTest {

    private static final String OID = "select oid from pg_database where datname = current_database()";

    private static Servicos servicos;

    @BeforeAll
    static void abrir() {
        servicos = ServicosDoTeste.embutidos();
    }

    @AfterAll
    static void fechar() {
        servicos.close();
    }

    @Test
    @DisplayName("reaproveita o banco sem nada do uso anterior, e desliga quem ficou conectado")
    void voltaVazio_quandoForamCriadosTabelasFuncoesEEsquemas() throws SQLException {
        Banco primeiro = servicos.postgres().novoBanco();
        String nome = primeiro.nome();
        long oid = primeiro.numero(OID);
        Connection esquecida = primeiro.dataSource().getConnection();
        primeiro.executar("""
                create schema outro;
                create table outro.t (id bigserial primary key, x text unique);
                create table t (id int);
                create type humor as enum ('bom', 'ruim');
                create function f() returns int language sql return 1;
                alter database %s set work_mem = '64kB';
                """.formatted(nome));
        primeiro.close();
        assertThat(esquecida.isValid(2)).as("a conexão esquecida foi desligada").isFalse();

        try (Banco segundo = servicos.postgres().novoBanco()) {
            assertThat(segundo.numero(OID)).as("o mesmo banco, reaproveitado").isEqualTo(oid);
            assertThat(segundo.nome()).as("com outro nome").isNotEqualTo(nome);
            assertThatThrownBy(() -> primeiro.dataSource().getConnection()).as("quem guardou o endereço antigo não entra").isInstanceOf(SQLException.class);
            assertThat(segundo.numero("select count(*) from pg_class where oid >= 16384")).isZero();
            assertThat(segundo.numero("select count(*) from pg_namespace where nspname = 'outro'")).isZero();
            assertThat(segundo.numero("select count(*) from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase where datname = current_database()")).isZero();
            segundo.executar("create table t (id int)");
        }
    }

    @Test
    @DisplayName("um banco que a faxina não sabe limpar é apagado, não reaproveitado")
    void naoVolta_quandoSobraUmObjetoGrande() {
        Banco sujo = servicos.postgres().novoBanco();
        sujo.executar("select lo_create(0)");
        String nome = sujo.nome();
        sujo.close();
        try (Banco outro = servicos.postgres().novoBanco()) {
            assertThat(outro.nome()).isNotEqualTo(nome);
            assertThat(outro.numero("select count(*) from pg_database where datname = ?", nome)).isZero();
        }
    }
}
