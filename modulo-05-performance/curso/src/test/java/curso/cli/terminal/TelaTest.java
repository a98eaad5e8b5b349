package curso.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tela: o texto cabe na largura que há agora")
class TelaTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream saida = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    @DisplayName("depois que a janela encolhe, o parágrafo seguinte se quebra na largura nova")
    void acompanhaAJanela() {
        var colunas = new AtomicInteger(90);
        var tela = Tela.simples(saida, saida).comColunas(colunas::get);
        var frase = "palavra ".repeat(10).strip();
        tela.paragrafo("", frase);
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSize(1);

        bytes.reset();
        colunas.set(44);
        tela.paragrafo("", frase);
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSize(2).allMatch(linha -> linha.length() <= 44);
    }

    @Test
    @DisplayName("nem larga demais para ler, nem estreita demais para caber")
    void temLimites() {
        var tela = Tela.simples(saida, saida);
        assertThat(tela.largura()).isEqualTo(80);
        assertThat(tela.comColunas(() -> 300).largura()).isEqualTo(100);
        assertThat(tela.comColunas(() -> 10).largura()).isEqualTo(40);
    }
}
