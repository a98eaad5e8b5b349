package rinha.carga.tela;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rinha.carga.Alvo;
import rinha.carga.Conferencia;
import rinha.carga.Modelo;
import rinha.carga.Molde;
import rinha.carga.Pedido;
import rinha.carga.Plano;
import rinha.carga.TipoDeErro;
import rinha.carga.medida.Instantaneo;
import rinha.carga.medida.Intervalo;

@DisplayName("Tela: o andamento, com terminal ou sem ele")
class TelaTest {

    private static final Plano PLANO = Plano.de(Alvo.de("http://127.0.0.1:9999"),
            new Modelo.Fechado(8, Duration.ZERO, Duration.ofSeconds(10), 0, () -> Pedido.semCorpo(Molde.get("x", "/"))),
            Conferencia.status(200));

    private static Instantaneo aos(int segundo) {
        Intervalo i = new Intervalo(segundo - 1, segundo, false, 0, 1_234, 1_234, 7, 0.5, 4.25, 9, 12, 0.42, 0, 0.1);
        return new Instantaneo(i, 5_000, 4_990, Map.of(TipoDeErro.TIMEOUT, 7L), 0.6, 5.5, 10, 33);
    }

    private static String escrever(Terminal terminal, int segundos) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Tela tela = new Tela(PLANO, terminal, new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
            for (int s = 1; s <= segundos; s++) {
                tela.accept(aos(s));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("sem terminal, uma linha por segundo, sem nenhum código de controle")
    void escreveLinhas_quandoNaoHaTerminal() {
        String texto = escrever(new Terminal(false, false, 80), 3);
        assertThat(texto.lines()).hasSize(3).first().asString()
                .contains("faltam 9s", "1.234/s", "p50 0,500", "p99 4,25", "p99.9 9,00", "timeout 7", "gerador 42%");
        assertThat(texto).doesNotContain("\u001b");
    }

    @Test
    @DisplayName("com terminal, redesenha por cima, mostra agora e no total, e devolve o cursor")
    void redesenha_quandoHaTerminal() {
        String texto = escrever(new Terminal(true, true, 80), 2);
        assertThat(texto).contains("\u001b[?25l", "\u001b[12A", "\u001b[31m").endsWith("\u001b[?25h");
        assertThat(texto).contains("vazão", "p99            4,25         5,50 ms", "7  timeout", "faltam 8s");
    }

    @Test
    @DisplayName("o tempo que falta abre a linha da barra: um terminal mais estreito do que diz esconde a barra, e não ele")
    void mostraOTempoAntesDaBarra() {
        assertThat(escrever(new Terminal(true, false, 80), 1).lines()).anySatisfy(l -> assertThat(l).startsWith("\u001b[2Kfaltam 9s").contains("━"));
    }

    @Test
    @DisplayName("cada desenho desliga a quebra de linha e a devolve: um terminal mais estreito do que diz não entorta o quadro")
    void desligaAQuebra_soEnquantoDesenha() {
        String texto = escrever(new Terminal(true, false, 80), 2);
        assertThat(texto.split(java.util.regex.Pattern.quote("\u001b[?7l"), -1)).hasSize(3);
        assertThat(texto.split(java.util.regex.Pattern.quote("\u001b[?7h"), -1)).hasSize(3);
        assertThat(texto.lastIndexOf("\u001b[?7h")).isGreaterThan(texto.lastIndexOf("últimas")).isGreaterThan(texto.lastIndexOf("erros"));
        assertThat(escrever(new Terminal(false, false, 80), 2)).doesNotContain("\u001b");
    }

    @Test
    @DisplayName("apaga linha por linha, e o que sobra só depois do quadro: nada do anterior fica, nem vai para a história do terminal")
    void apagaLinhaPorLinha_quandoRedesenha() {
        String ultimo = escrever(new Terminal(true, false, 80), 2).split("\u001b\\[\\d+A", -1)[1];
        assertThat(ultimo.indexOf("\u001b[0J")).isGreaterThan(ultimo.lastIndexOf("erros"));
        assertThat(ultimo.strip().lines().limit(11)).allSatisfy(l -> assertThat(l).contains("\u001b[2K"));
    }

    @Test
    @DisplayName("NO_COLOR tira as cores e deixa o redesenho")
    void naoPinta_quandoNoColor() {
        assertThat(escrever(new Terminal(true, false, 80), 1)).doesNotContain("\u001b[31m", "\u001b[2m").contains("timeout");
    }

    @Test
    @DisplayName("terminal estreito corta as linhas: nenhuma quebra e estraga o redesenho")
    void cortaAsLinhas_quandoOTerminalEEstreito() {
        String texto = escrever(new Terminal(true, false, 30), 1).replaceAll("\u001b\\[[?0-9]*[a-zA-Z]", "");
        assertThat(texto.lines()).allSatisfy(l -> assertThat(l.strip().length()).isLessThanOrEqualTo(30))
                .anySatisfy(l -> assertThat(l).startsWith("gerador").endsWith("…"));
    }

    @Test
    @DisplayName("em 56 colunas, o que se diz do gerador ocupa duas linhas, e nada se corta")
    void mostraTudoDoGerador_quandoOTerminalEEstreito() {
        String texto = escrever(new Terminal(true, false, 56), 2).replaceAll("\u001b\\[[?0-9]*[a-zA-Z]", "");
        assertThat(texto.lines()).anySatisfy(l -> assertThat(l).startsWith("gerador    ocupado 42%")).anySatisfy(l -> assertThat(l.strip()).endsWith("0,100 ms"))
                .noneSatisfy(l -> assertThat(l).contains("…"));
    }

    @Test
    @DisplayName("as variáveis do ambiente decidem: NO_COLOR, TERM=dumb, COLUMNS")
    void leOAmbiente_quandoMontaOTerminal() {
        System.setProperty("curso.saida", "sim");
        try {
            assertThat(Terminal.desteProcesso(Map.of("TERM", "xterm", "COLUMNS", "120"))).isEqualTo(new Terminal(true, true, 120));
            assertThat(Terminal.desteProcesso(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isEqualTo(new Terminal(true, false, 80));
            assertThat(Terminal.desteProcesso(Map.of("TERM", "dumb"))).isEqualTo(new Terminal(false, false, 80));
        } finally {
            System.clearProperty("curso.saida");
        }
    }
}
