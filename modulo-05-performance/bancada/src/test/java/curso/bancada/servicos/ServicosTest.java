package curso.bancada.servicos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServicosTest {
    @Test
    @DisplayName("Abrir não inicia nada: nem a pasta do cache é criada")
    void naoIniciaNada_quandoSoAbre(@TempDir Path pasta) {
        Path cache = pasta.resolve("cache");
        try (Servicos servicos = Servicos.abrir(Map.of("CURSO_CACHE", cache.toString()), aviso -> {})) {
            assertThat(servicos).isNotNull();
        }
        assertThat(cache).doesNotExist();
    }

    @Test
    @DisplayName("Depois de fechado, diz que está fechado")
    void recusa_quandoFechado() {
        Servicos servicos = Servicos.abrir();
        servicos.close();
        assertThatThrownBy(servicos::postgres).isInstanceOf(FalhaDeServico.class).hasMessageContaining("já foram fechados");
    }

    @Test
    @DisplayName("Um PostgreSQL morto é percebido, e o próximo pedido recebe um novo")
    void abreOutro_quandoPostgresMorre() throws Exception {
        try (Servicos servicos = ServicosDoTeste.embutidos()) {
            List<Guardiao> antes = new ArrayList<>(Guardiao.vivos());
            Postgres primeiro = servicos.postgres();
            Banco banco = primeiro.novoBanco();
            Guardiao guardiao = Guardiao.vivos().stream().filter(g -> !antes.contains(g)).findFirst().orElseThrow();
            Path pasta = guardiao.comando().apagar().orElseThrow();
            assertThat(ProcessHandle.of(guardiao.pid()).orElseThrow().destroyForcibly()).isTrue();
            assertThat(ServicosDoTeste.acontece(Duration.ofSeconds(10), () -> !primeiro.vivo())).isTrue();
            banco.close(); // não falha: o servidor se foi, e o banco com ele

            Postgres segundo = servicos.postgres();
            assertThat(segundo.vivo()).isTrue();
            assertThat(segundo).isNotSameAs(primeiro);
            assertThat(pasta).doesNotExist();
            try (Banco novo = segundo.novoBanco()) {
                assertThat(novo.numero("select 1")).isEqualTo(1);
            }
        }
    }

    @Test
    @DisplayName("CURSO_SERVICOS desconhecido é recusado com os valores aceitos")
    void recusa_quandoOrigemDesconhecida() {
        assertThatThrownBy(() -> Servicos.abrir(Map.of("CURSO_SERVICOS", "podman"), aviso -> {}))
                .isInstanceOf(FalhaDeServico.class).hasMessageContainingAll("podman", "«docker»");
    }
}
