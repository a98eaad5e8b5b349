package rinha.balanceador;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("O programa: o que o impede de partir sai numa linha, e ele acaba")
final class MainTest {
    private record Fim(int codigo, String erro) {}

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"--porta=", "--admin-porta="})
    @DisplayName("Com a porta ocupada, diz qual e sai com 1, em vez de ficar no ar sem atender")
    void sai_quandoAPortaEstaOcupada(String opcao) throws Exception {
        try (var ocupante = new ServidorFalso(ServidorFalso.responde(""))) {
            var fim = rodar("--porta=0", "--admin-porta=0", opcao + ocupante.porta());

            assertThat(fim.codigo()).as(fim.erro()).isEqualTo(1);
            assertThat(fim.erro().lines()).singleElement().asString()
                    .contains("Não foi possível escutar em", ocupante.endereco(), "Confira se a porta está livre").doesNotContain("..");
        }
    }

    @Test
    @DisplayName("Um endereço que não é desta máquina também")
    void sai_quandoOEnderecoEDeOutra() throws Exception {
        var fim = rodar("--porta=0", "--admin-porta=0", "--endereco=192.0.2.1");

        assertThat(fim.codigo()).as(fim.erro()).isEqualTo(1);
        assertThat(fim.erro().lines()).singleElement().asString().contains("192.0.2.1", "se o endereço é desta máquina");
    }

    private static Fim rodar(String... opcoes) throws Exception {
        var comando = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-Dstderr.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), "rinha.balanceador.Main"));
        comando.addAll(List.of(opcoes));
        var processo = new ProcessBuilder(comando).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            assertThat(processo.waitFor(60, TimeUnit.SECONDS)).as("o processo acabou").isTrue();
            String erro = new String(processo.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            // O aviso do SLF4J só existe no classpath dos testes.
            return new Fim(processo.exitValue(), erro.lines().filter(l -> !l.startsWith("SLF4J")).collect(Collectors.joining("\n")));
        } finally {
            processo.destroyForcibly();
        }
    }
}
