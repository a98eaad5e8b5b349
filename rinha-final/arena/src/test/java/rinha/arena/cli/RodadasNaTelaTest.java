package rinha.arena.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rinha.arena.medida.Rodada;
import rinha.avaliador.consistencia.LivroDeContas;
import rinha.carga.Alvo;
import rinha.carga.Plano;
import rinha.carga.cenario.ConferenciaDaRinha;
import rinha.carga.cenario.Rinha2024;
import rinha.carga.medida.Latencias;
import rinha.carga.medida.Pausas;
import rinha.carga.medida.Resultado;
import rinha.carga.medida.Ritmo;
import rinha.carga.medida.SaudeDoGerador;
import rinha.carga.tela.Terminal;

@DisplayName("A tabela das rodadas sem limite de taxa")
class RodadasNaTelaTest {
    private static Rodada rodada() {
        var plano = Plano.de(Alvo.de("http://127.0.0.1:1"), Rinha2024.maxima(Duration.ofSeconds(1), 48, 1), new ConferenciaDaRinha());
        var nada = new Latencias();
        var saude = new SaudeDoGerador(0.3, 0.4, 0.01, nada, 0, 1.5, 200, new Pausas(0, 0, 0, nada), new Ritmo(1_000, 0, 1, nada), false, List.of(), List.of());
        var carga = new Resultado(plano, Instant.EPOCH, 1, 1, List.of(), List.of(), List.of(), List.of(), saude, false, 0);
        var livro = LivroDeContas.com(Map.of(1, 0L));
        return new Rodada(carga, livro.fechar(Map.of(1, 0L)));
    }

    @ParameterizedTest(name = "{0} colunas")
    @ValueSource(ints = {56, 79, 80, 120})
    @DisplayName("cabe na largura do terminal: uma linha que ele dobrasse tiraria os números de debaixo dos nomes")
    void cabeNaLargura(int largura) {
        var saida = new ByteArrayOutputStream();
        var erros = new ByteArrayOutputStream();
        var console = new Console(new PrintStream(saida, true, StandardCharsets.UTF_8), new PrintStream(erros, true, StandardCharsets.UTF_8), new Terminal(true, false, largura));
        new RodadasNaTela(List.of(rodada(), rodada()), 48, Duration.ofSeconds(12), Duration.ofSeconds(60)).mostrar(console);
        var linhas = saida.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(linhas).allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(largura));
        assertThat(linhas).anySatisfy(l -> assertThat(l).contains("req/s", "p99", "erros", "incons"));
        assertThat(String.join(" ", linhas)).contains("As contas fecham");
    }
}
