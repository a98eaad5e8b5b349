package curso.bancada.correcao;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.servicos.Banco;
import curso.bancada.servicos.Postgres;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@DisplayName("Devoluções: um banco se limpa enquanto o próximo teste usa outro")
class DevolucoesTest {

    private final Postgres postgres = ServicosDaJvm.abertos().postgres();
    private final Devolucoes devolucoes = new Devolucoes();

    @Test
    @DisplayName("depois de esperar, nenhum dos devolvidos existe mais com o seu nome, nem os que passaram do limite")
    void limpaTodos_quandoSeDevolvemMuitos() {
        List<Banco> usados = IntStream.range(0, 5).mapToObj(_ -> postgres.novoBanco()).toList();
        usados.forEach(banco -> banco.executar("create table t (id int)"));

        usados.forEach(devolucoes::devolver);
        devolucoes.esperar();

        try (Banco outro = postgres.novoBanco()) {
            String nomes = usados.stream().map(Banco::nome).collect(Collectors.joining(","));
            assertThat(outro.numero("select count(*) from pg_database where datname = any (string_to_array(?, ','))", nomes)).isZero();
            assertThat(outro.numero("select count(*) from pg_class where relname = 't'")).isZero();
        }
    }

    @Test
    @DisplayName("devolver não põe uma thread no grupo do teste, que pode contá-las")
    void naoEntraNoGrupoDoTeste() throws InterruptedException {
        Banco banco = postgres.novoBanco();
        ThreadGroup grupo = new ThreadGroup("teste");
        AtomicInteger noGrupo = new AtomicInteger();
        Thread teste = new Thread(grupo, () -> {
            devolucoes.devolver(banco);
            noGrupo.set(grupo.enumerate(new Thread[10]));
        });
        teste.start();
        teste.join();
        devolucoes.esperar();

        assertThat(noGrupo).as("a própria thread do teste, e mais nenhuma").hasValue(1);
    }
}
