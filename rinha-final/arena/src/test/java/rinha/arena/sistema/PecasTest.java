package rinha.arena.sistema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import rinha.arena.Recusa;

@DisplayName("As peças do sistema: compose, nginx, porta e receita")
class PecasTest {
    private static final Path INFRA = Oficina.raizDoCurso().resolve("rinha-final/infra");

    @Test
    @DisplayName("O PostgreSQL e a API rodam com o que o docker-compose.yml diz")
    void leOCompose() {
        var compose = ComposeDaRinha.ler(INFRA.resolve("docker-compose.yml"));
        assertThat(compose.configuracaoDoPostgres()).anyMatch(i -> i.startsWith("shared_buffers=")).allMatch(i -> i.matches("[a-z_]+=\\S+"));
        assertThat(compose.ambienteDaApi(Map.of())).containsKey("CREDITO_ESCRITA").doesNotContainKey("CREDITO_POSTGRES_URL");
    }

    @Test
    @DisplayName("Uma variável da API que a pessoa definiu vale no lugar da do docker-compose.yml")
    void respeitaOAmbienteDaPessoa() {
        var ambiente = ComposeDaRinha.ler(INFRA.resolve("docker-compose.yml")).ambienteDaApi(Map.of("CREDITO_AQUECIMENTO_MS", "27000", "PATH", "/bin"));
        assertThat(ambiente).containsEntry("CREDITO_AQUECIMENTO_MS", "27000").doesNotContainKey("PATH");
    }

    @Test
    @DisplayName("O nginx.conf daqui é o da infraestrutura, com outras portas e pastas")
    void adaptaONginx() throws IOException {
        String conf = ConfiguracaoDoNginx.para(INFRA.resolve("nginx.conf"), 9876, List.of(8001, 8002, 8003), Path.of("/pasta"));
        assertThat(conf).contains("listen 127.0.0.1:9876", "server 127.0.0.1:8001 ", "server 127.0.0.1:8003 ", "/pasta/nginx").doesNotContain("api1", "/tmp/", "9999");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName("Porta em uso: diz por que processo, e qual é o próximo passo")
    void dizQuemOcupa() throws IOException {
        int livre;
        try (var escuta = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            livre = escuta.getLocalPort();
            assertThatThrownBy(() -> DonoDaPorta.exigirLivre(escuta.getLocalPort())).isInstanceOfSatisfying(Recusa.class, r -> {
                assertThat(r.codigo()).isEqualTo(2);
                assertThat(r.getMessage()).contains("A porta " + escuta.getLocalPort(), "processo " + ProcessHandle.current().pid());
                assertThat(r.proximoPasso()).contains("--porta " + (escuta.getLocalPort() + 1));
            });
        }
        assertThatCode(() -> DonoDaPorta.exigirLivre(livre)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("Uma receita impossível é recusada com o que vale")
    void recusaReceitaImpossivel() {
        var padrao = Receita.padrao();
        assertThatThrownBy(() -> new Receita(0, padrao.armazenamento(), padrao.escrita(), padrao.balanceador(), 9999, false, padrao.orcamento())).hasMessageContaining("ao menos uma");
        assertThatThrownBy(() -> padrao.naPorta(65_536)).hasMessageContaining("vale de 1 a 65535");
    }
}
