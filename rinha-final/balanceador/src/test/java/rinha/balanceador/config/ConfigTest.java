package rinha.balanceador.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Configuração: confere, nunca ajusta")
final class ConfigTest {
    @Test
    @DisplayName("Sem nada dito, só se escuta nesta máquina")
    void escutaSoAqui_quandoNadaEDito() {
        var escuta = Config.de(Map.of()).escuta();

        assertThat(escuta.endereco()).isEqualTo("127.0.0.1");
        assertThat(escuta.adminEndereco()).isEqualTo("127.0.0.1");
    }

    @Test
    @DisplayName("A linha de comando vence o ambiente")
    void venceALinhaDeComando() {
        var config = Config.de(Map.of("BALANCEADOR_PORTA", "1", "BALANCEADOR_PRAZO_FILA_MS", "7"), "--porta=2", "--estrategia=hash-ip", "--servidores=a:1*3, b:2");

        assertThat(config.escuta().porta()).isEqualTo(2);
        assertThat(config.prazos().fila()).isEqualTo(Duration.ofMillis(7));
        assertThat(config.estrategia()).isEqualTo(Config.TipoDeEstrategia.HASH_IP);
        assertThat(config.destinos()).containsExactly(new Destino("a", 1, 3), new Destino("b", 2, 1));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("Recusa o que não entende, dizendo o que veio")
    @CsvSource(delimiter = ' ', value = {
        "--porta=70000 70000", "--porta=abc abc", "--estrategia=sorte sorte", "--servidores=a:0 a:0", "--servidores=a:80,a:80 a:80",
        "--servidores=sem-porta sem-porta", "--servidores=a:80*0 a:80*0", "--servidores=a:80, faltou", "--chave=cabecalho: cabecalho:", "--portas=1 --portas",
        "porta=1 porta", "--sonda-caminho=ready ready", "--confia-no-encaminhado=talvez talvez", "--lacos=0 0"
    })
    void recusa_quandoNaoEntende(String argumento, String visto) {
        assertThatThrownBy(() -> Config.de(Map.of(), argumento)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(visto);
    }

    @Test
    @DisplayName("Uma variável com o nome errado impede a partida")
    void recusaVariavelDesconhecida() {
        assertThatThrownBy(() -> Config.de(Map.of("BALANCEADOR_POTRA", "9999"))).hasMessageContaining("BALANCEADOR_POTRA");
    }

    @Test
    @DisplayName("A ajuda traz cada opção e variável, com o padrão e a descrição daqui")
    void ajudaComCadaVariavel() {
        assertThat(Arrays.stream(Variavel.values())).allSatisfy(v ->
                assertThat(Ajuda.texto()).contains("  %s, %s (padrão: %s)\n      %s\n".formatted(v.opcao(), v.nome(), v.padrao(), v.descricao())));
    }

    @Test
    @DisplayName("O nome de cada estratégia é o que a configuração aceita")
    void nomeiaAEstrategia_comoSeEscreve() {
        assertThat(Config.TipoDeEstrategia.values()).allSatisfy(tipo ->
                assertThat(Config.de(Map.of(), "--estrategia=" + tipo.nome()).estrategia()).isEqualTo(tipo));
    }

    @Test
    @DisplayName("O README traz cada variável, com o padrão e a descrição daqui")
    void documentaCadaVariavel() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(Arrays.stream(Variavel.values())).allSatisfy(v ->
                assertThat(readme).contains("| `%s` | `%s` | %s |".formatted(v.nome(), v.padrao(), v.descricao())));
    }
}
