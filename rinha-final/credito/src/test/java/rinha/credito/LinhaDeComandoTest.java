package rinha.credito;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rinha.credito.config.Ajuda;
import rinha.credito.config.Variavel;

@DisplayName("A linha de comando: só --ajuda, o resto vem do ambiente")
final class LinhaDeComandoTest {
    private record Fim(int codigo, String saida, String erro) {}

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"--ajuda", "--help", "-h"})
    @DisplayName("Com --ajuda diz o uso, com acentos também sem idioma no ambiente, e sai com 0 sem subir")
    void mostraAAjuda(String opcao) throws Exception {
        var fim = rodar(Map.of("CREDITO_PORTA", "errada"), opcao);

        assertThat(fim.codigo()).as(fim.erro()).isZero();
        assertThat(fim.saida()).startsWith("Uso: [VARIÁVEL=valor ...] java -jar credito.jar").contains("  CREDITO_PORTA (padrão: 8080)\n      Porta em que a API escuta");
        assertThat(fim.erro()).isEmpty();
    }

    @Test
    @DisplayName("Um argumento que não entende sai com 2, o nome do programa e onde ver as variáveis")
    void recusaOArgumento_quandoNaoEntende() throws Exception {
        recusa(rodar(Map.of(), "--porta=8080"), "«--porta=8080»");
    }

    @Test
    @DisplayName("Uma variável que não serve também")
    void recusaAVariavel_quandoNaoServe() throws Exception {
        recusa(rodar(Map.of("CREDITO_PORTA", "errada")), "CREDITO_PORTA=errada: precisa ser um inteiro");
    }

    @Test
    @DisplayName("A ajuda traz cada variável, com o padrão e a descrição da configuração")
    void ajudaComCadaVariavel() {
        assertThat(Arrays.stream(Variavel.values())).allSatisfy(v -> assertThat(Ajuda.texto())
                .contains("  %s (%s)\n      %s\n".formatted(v.nome(), v.padrao().isEmpty() ? "sem padrão" : "padrão: " + v.padrao(), v.descricao())));
    }

    private static void recusa(Fim fim, String visto) {
        assertThat(fim.codigo()).as(fim.erro()).isEqualTo(2);
        assertThat(fim.erro().lines()).hasSize(2).first().asString().startsWith("credito: ").contains(visto);
        assertThat(fim.erro().lines()).last().isEqualTo("Veja as variáveis com --ajuda.");
        assertThat(fim.saida()).isEmpty();
    }

    private static Fim rodar(Map<String, String> ambiente, String... argumentos) throws Exception {
        var comando = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), "rinha.credito.Main"));
        comando.addAll(List.of(argumentos));
        var preparo = new ProcessBuilder(comando);
        preparo.environment().putAll(ambiente);
        // Sem idioma, como num contêiner: os acentos têm de sair assim mesmo.
        preparo.environment().put("LC_ALL", "C");
        var processo = preparo.start();
        try {
            assertThat(processo.waitFor(60, TimeUnit.SECONDS)).as("o processo acabou").isTrue();
            return new Fim(processo.exitValue(), new String(processo.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                    new String(processo.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        } finally {
            processo.destroyForcibly();
        }
    }
}
