package curso.bancada.servicos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PostgresPorEnderecoTest {
    private final Postgres dono = ServicosDoTeste.abertos().postgres();

    @Test
    @DisplayName("Usa o servidor do endereço, cria bancos nele, apaga só os seus e não o encerra")
    void usaSemEncerrar_quandoPorEndereco() {
        List<String> avisos = new ArrayList<>();
        String nome;
        try (Servicos outros = Servicos.abrir(Map.of("CURSO_POSTGRES_URL", dono.url()), avisos::add)) {
            Postgres deFora = outros.postgres();
            assertThat(deFora.origem()).isEqualTo(Origem.ENDERECO);
            assertThat(deFora.porta()).isEqualTo(dono.porta());
            try (Banco banco = deFora.novoBanco()) {
                nome = banco.nome();
                banco.executar("create table t (id int)");
            }
        }
        assertThat(dono.vivo()).isTrue();
        assertThat(avisos).isEmpty();
        try (Banco banco = dono.novoBanco()) {
            assertThat(banco.numero("select count(*) from pg_database where datname = ?", nome)).isZero();
        }
    }

    @Test
    @DisplayName("Avisa quando o servidor não é durável")
    void avisa_quandoNaoEhDuravel() {
        List<String> avisos = new ArrayList<>();
        String url = dono.url() + "&options=-c%20synchronous_commit%3Doff";
        try (Servicos outros = Servicos.abrir(Map.of("CURSO_POSTGRES_URL", url), avisos::add)) {
            assertThat(outros.postgres().vivo()).isTrue();
        }
        assertThat(avisos).singleElement().asString().contains("synchronous_commit=off");
    }

    @Test
    @DisplayName("Lê as duas formas de endereço, com senha codificada e parâmetros")
    void le_quandoDuasFormas() {
        var jdbc = PostgresPorEndereco.ler("jdbc:postgresql://banco.exemplo:5433/loja?user=eu&password=a%26b%2Bc&sslmode=require");
        var libpq = PostgresPorEndereco.ler("postgresql://eu:a%26b%2Bc@banco.exemplo:5433/loja?sslmode=require");
        assertThat(jdbc).isEqualTo(new EnderecoDoPostgres("banco.exemplo", 5433, "loja", "eu", "a&b+c", "?sslmode=require"));
        assertThat(libpq).isEqualTo(jdbc);
        assertThat(PostgresPorEndereco.ler(jdbc.jdbcComConta())).isEqualTo(jdbc);
        assertThat(jdbc.toString()).doesNotContain("a&b+c");
    }

    @Test
    @DisplayName("Recusa um endereço ilegível ou sem usuário, sem mostrar a senha")
    void recusa_quandoIlegivel() {
        for (String url : List.of("mysql://eu:segredo@host/b", "jdbc:postgresql://host/b?password=segredo", "postgresql://eu:segredo@ho st/b")) {
            assertThatThrownBy(() -> PostgresPorEndereco.ler(url)).isInstanceOf(FalhaDeServico.class)
                    .hasMessageContainingAll("CURSO_POSTGRES_URL", "Próximo passo").hasMessageNotContaining("segredo");
        }
    }

    @Test
    @DisplayName("Diz que ninguém atende quando o servidor do endereço não existe")
    void explica_quandoNinguemAtende() {
        String url = "jdbc:postgresql://127.0.0.1:%d/postgres?user=eu".formatted(Rede.portaLivre());
        try (Servicos servicos = Servicos.abrir(Map.of("CURSO_POSTGRES_URL", url), aviso -> {})) {
            assertThatThrownBy(servicos::postgres).isInstanceOf(FalhaDeServico.class).hasMessageContainingAll("vivo=false", "CURSO_POSTGRES_URL");
        }
    }
}
