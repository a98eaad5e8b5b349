package rinha.arena.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rinha.carga.tela.Terminal;

@DisplayName("Ctrl-C no meio de um comando")
class InterrupcaoTest {
    private final ByteArrayOutputStream saida = new ByteArrayOutputStream();
    private final ByteArrayOutputStream erros = new ByteArrayOutputStream();

    private Interrupcao interrupcao(boolean redesenha, String... argumentos) {
        return new Interrupcao(saida, erros, StandardCharsets.UTF_8, new Terminal(redesenha, false, 80), argumentos);
    }

    @Test
    @DisplayName("Devolve o cursor, diz que foi interrompido e que derruba, e a tela da carga não escreve mais nada")
    void calaATela_eDevolveOCursor() {
        var interrupcao = interrupcao(true, "carga");
        interrupcao.console().linha("vazão 340/s");

        interrupcao.interromper();
        interrupcao.console().saida().print("\u001b[?25l 195 conexão recusada");
        interrupcao.console().erro("api1 não ficou pronto", "Corrija");

        assertThat(saida.toString(StandardCharsets.UTF_8)).isEqualTo("vazão 340/s" + System.lineSeparator());
        assertThat(erros.toString(StandardCharsets.UTF_8)).contains("\u001b[?25h", "Interrompido. Derrubando o que subiu…").doesNotContain("api1");
    }

    @Test
    @DisplayName("Fora de um terminal não há códigos; contra um servidor dos outros, nada se derruba")
    void semCodigos_foraDeUmTerminal() {
        interrupcao(false, "carga", "--url", "http://127.0.0.1:9999").interromper();

        assertThat(erros.toString(StandardCharsets.UTF_8)).isEqualTo("! Interrompido." + System.lineSeparator());
    }

    @Test
    @DisplayName("Um disco cheio no meio da resposta é dito; um cano fechado, não")
    void discoCheio_eDito_canoFechado_nao() {
        var cheio = new Interrupcao(queFalha("No space left on device"), erros, StandardCharsets.UTF_8, new Terminal(false, false, 80), "maxima", "--json");
        cheio.console().linha("{");

        assertThat(cheio.saidaInteira()).isFalse();
        assertThat(erros.toString(StandardCharsets.UTF_8)).contains("A saída foi cortada: o disco encheu.", "Libere espaço");

        var semLeitor = new Interrupcao(queFalha("Broken pipe"), erros, StandardCharsets.UTF_8, new Terminal(false, false, 80), "maxima", "--json");
        semLeitor.console().linha("{");
        assertThat(semLeitor.saidaInteira()).isTrue();
    }

    private static OutputStream queFalha(String motivo) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(motivo);
            }
        };
    }
}
