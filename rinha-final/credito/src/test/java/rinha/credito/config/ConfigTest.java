package rinha.credito.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rinha.credito.config.Config.ModoDeEscrita;
import rinha.credito.config.Config.TipoDeArmazenamento;

@DisplayName("A configuração pelo ambiente")
final class ConfigTest {
    @Test
    @DisplayName("Sem nada no ambiente valem os padrões, e todos são válidos")
    void usaOsPadroes_quandoAmbienteEstaVazio() {
        var config = Config.doAmbiente(Map.of("PATH", "/bin"));
        assertThat(config.http().endereco()).isEqualTo("127.0.0.1");
        assertThat(config.http().porta()).isEqualTo(8080);
        assertThat(config.banco().tipo()).isEqualTo(TipoDeArmazenamento.POSTGRES);
        assertThat(config.extras().reset()).isFalse();
    }

    @Test
    @DisplayName("O que está no ambiente vale no lugar do padrão")
    void usaOAmbiente_quandoVariavelExiste() {
        var config = Config.doAmbiente(Map.of("CREDITO_ARMAZENAMENTO", "SQLite", "CREDITO_ESCRITA", "simples", "CREDITO_PRAZO_ESCRITA_MS", " 750 "));
        assertThat(config.banco().tipo()).isEqualTo(TipoDeArmazenamento.SQLITE);
        assertThat(config.gravacao().modo()).isEqualTo(ModoDeEscrita.SIMPLES);
        assertThat(config.gravacao().prazo()).isEqualTo(Duration.ofMillis(750));
    }

    @ParameterizedTest
    @CsvSource({
        "CREDITO_PORTA, abc, inteiro de 0 a 65535", "CREDITO_PORTA, 70000, inteiro de 0 a 65535", "CREDITO_ESCRITA, lotes, lote ou simples",
        "CREDITO_RESET, talvez, sim ou nao", "CREDITO_POSTGRES_URL, ' ', vazia", "CREDITO_POTRA, 80, não é uma variável",
        "CREDITO_PRAZO_CONEXAO_MS, 100, inteiro de 250",
        "CREDITO_REDIS_URL, cache, redis://máquina:porta", "CREDITO_REDIS_URL, 'redis://a b:1', redis://máquina:porta",
        "CREDITO_REDIS_URL, redis://cache, redis://máquina:porta", "CREDITO_REDIS_URL, rediss://cache:6379, redis://máquina:porta",
        "CREDITO_REDIS_URL, redis://:segredo@cache:6379, redis://máquina:porta", "CREDITO_REDIS_URL, redis://cache:6379/2, redis://máquina:porta"
    })
    @DisplayName("Um valor que não serve, ou um nome digitado errado, é recusado dizendo o que veio e a regra")
    void recusa_quandoValorNaoServe(String nome, String valor, String regra) {
        assertThatThrownBy(() -> Config.doAmbiente(Map.of(nome, valor)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(nome).hasMessageContaining(regra);
    }

    @Test
    @DisplayName("A senha do banco não aparece no que vai para o log")
    void escondeASenha_quandoBancoVaiParaOLog() {
        assertThat(Config.doAmbiente(Map.of("CREDITO_POSTGRES_SENHA", "segredo-de-teste")).banco().toString()).doesNotContain("segredo-de-teste");
    }

    @Test
    @DisplayName("A senha pode vir de um arquivo, sem a quebra de linha do fim")
    void leASenhaDoArquivo(@TempDir Path pasta) throws IOException {
        Path arquivo = Files.writeString(pasta.resolve("senha"), "segredo-de-teste\n");
        assertThat(Config.doAmbiente(Map.of("CREDITO_POSTGRES_SENHA_ARQUIVO", arquivo.toString())).banco().postgresSenha()).isEqualTo("segredo-de-teste");
    }

    @Test
    @DisplayName("Um arquivo de senha que não existe, vazio ou grande demais é recusado, e duas senhas também")
    void recusaOArquivoDaSenha_quandoNaoServe(@TempDir Path pasta) throws IOException {
        Path vazio = Files.writeString(pasta.resolve("vazio"), "\n");
        Path grande = Files.writeString(pasta.resolve("grande"), "x".repeat(4_097));
        assertThat(List.of(pasta.resolve("outro"), pasta, vazio, grande)).allSatisfy(arquivo ->
                assertThatThrownBy(() -> Config.doAmbiente(Map.of("CREDITO_POSTGRES_SENHA_ARQUIVO", arquivo.toString())))
                        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("CREDITO_POSTGRES_SENHA_ARQUIVO=" + arquivo));
        assertThatThrownBy(() -> Config.doAmbiente(Map.of("CREDITO_POSTGRES_SENHA_ARQUIVO", grande.toString(), "CREDITO_POSTGRES_SENHA", "a")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("não vale junto com CREDITO_POSTGRES_SENHA");
    }

    @Test
    @DisplayName("O README documenta cada variável com o seu padrão, e nenhuma que não exista")
    void documentaTodas_quandoReadmeEhLido() throws IOException {
        String tabela = Arrays.stream(Variavel.values())
                .map(v -> "| `%s` | `%s` | %s |".formatted(v.nome(), v.padrao(), v.descricao())).collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("README.md"))).as("cole esta tabela no README:\n%s", tabela).contains(tabela);
    }
}
