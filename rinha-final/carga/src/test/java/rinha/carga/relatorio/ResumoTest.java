package rinha.carga.relatorio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rinha.carga.cli.Resumo;
import rinha.carga.tela.Terminal;

@DisplayName("Resumo: o resultado no fim da carga, na largura de quem lê")
final class ResumoTest {

    private static List<String> linhas(Terminal terminal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Resumo(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal).escrever(ResultadoDeExemplo.criar());
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @ParameterizedTest(name = "{0} colunas")
    @ValueSource(ints = {56, 80, 120})
    @DisplayName("num terminal, nenhuma linha passa da largura")
    void cabe_quandoEhTerminal(int largura) {
        assertThat(linhas(new Terminal(true, false, largura))).allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(largura))
                .anySatisfy(l -> assertThat(l).contains("p99.9", "máximo", "erros"));
    }

    @Test
    @DisplayName("num cano, cada frase fica numa linha")
    void naoDobra_quandoEhCano() {
        assertThat(linhas(new Terminal(false, false, 56))).anySatisfy(l -> assertThat(l).startsWith("  Gerador: ocupado").contains("soluço máximo"));
    }
}
