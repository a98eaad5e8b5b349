package curso.bancada.servicos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@DisplayName("Um PostgreSQL dedicado: configurável, mortal e reiniciável")
class PostgresDedicadoTest {

    @Test
    @DisplayName("Usa a configuração pedida e continua durável")
    void usaAConfiguracao() {
        try (var dedicado = PostgresDedicado.iniciar(new OpcoesDoPostgres(List.of("shared_buffers=16MB", "max_connections=12"), List.of()), "rinha")) {
            var banco = dedicado.banco();
            assertThat(banco.nome()).isEqualTo("rinha");
            assertThat(banco.numero("select current_setting('max_connections')::int")).isEqualTo(12);
            assertThat(banco.numero("select setting::int * 8 from pg_settings where name = 'shared_buffers'")).isEqualTo(16 * 1024);
            assertThat(banco.numero("select count(*) from pg_settings where name in ('fsync', 'synchronous_commit') and setting = 'on'")).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("Morto com kill -9 e reiniciado, o que foi confirmado está lá, na mesma porta; ao fechar, nada fica")
    void guardaOConfirmado_quandoMorreERenasce() {
        Path pasta;
        ProcessHandle processo;
        try (var dedicado = PostgresDedicado.iniciar(OpcoesDoPostgres.padrao(), "rinha")) {
            int porta = dedicado.porta();
            for (int vez = 1; vez <= 2; vez++) {
                dedicado.banco().executar("create table if not exists t (n int); insert into t values (1)");
                dedicado.matar();
                assertThat(dedicado.vivo()).isFalse();
                dedicado.reiniciar();
                assertThat(dedicado.porta()).isEqualTo(porta);
                assertThat(dedicado.banco().numero("select count(*) from t")).isEqualTo(vez);
            }
            assertThat(dedicado.registro()).contains("database system was not properly shut down");
            assertThatThrownBy(dedicado::reiniciar).isInstanceOf(IllegalStateException.class).hasMessageContaining("está vivo");
            processo = ProcessHandle.of(dedicado.pid()).orElseThrow();
            pasta = Guardiao.vivos().stream().filter(g -> g.pid() == dedicado.pid()).findFirst().orElseThrow().comando().apagar().orElseThrow();
        }
        assertThat(processo.isAlive()).isFalse();
        assertThat(pasta).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @DisplayName("O prefixo executa antes, e o processo é o mesmo")
    void executaOPrefixo(@TempDir Path pasta) throws Exception {
        Path anotado = pasta.resolve("pid");
        var prefixo = List.of("sh", "-c", "echo $$ >\"$0\"; exec \"$@\"", anotado.toString());
        try (var dedicado = PostgresDedicado.iniciar(new OpcoesDoPostgres(List.of(), prefixo), "rinha")) {
            assertThat(Files.readString(anotado).strip()).isEqualTo("" + dedicado.pid());
        }
    }

    @Test
    @DisplayName("Recusa desligar a durabilidade e item que não é nome=valor")
    void recusaOQueNaoPode() {
        assertThatThrownBy(() -> new OpcoesDoPostgres(List.of("fsync=off"), List.of())).hasMessageContaining("sempre durável");
        assertThatThrownBy(() -> new OpcoesDoPostgres(List.of("synchronous_commit=OFF"), List.of())).hasMessageContaining("sempre durável");
        assertThatThrownBy(() -> new OpcoesDoPostgres(List.of("--porta"), List.of())).hasMessageContaining("nome=valor");
    }
}
