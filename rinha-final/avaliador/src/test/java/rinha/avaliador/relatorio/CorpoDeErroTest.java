package rinha.avaliador.relatorio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rinha.avaliador.Avaliacao;
import rinha.avaliador.conversa.Desfecho;
import rinha.carga.tela.Terminal;

@DisplayName("Um corpo de erro em várias linhas se lê, no terminal e na página")
final class CorpoDeErroTest {

    private static final String CORPO = "{\r\n  \"title\": \"Erro\",\n\t\"trace\": \"\u0007\u202e\"\n}\n";
    private Avaliacao avaliacao;

    @TempDir
    Path pasta;

    @BeforeEach
    void montar() {
        avaliacao = RelatorioDaAvaliacaoTest.exemplo(new Desfecho.Respondeu(500, Map.of(), CORPO.getBytes(StandardCharsets.UTF_8)).emPalavras());
    }

    @Test
    @DisplayName("no terminal, cada quebra de linha aparece, e o controle mostra o código")
    void mostraAsQuebras_noTerminal() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new NoTerminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), new Terminal(false, false, 100)).resultado(avaliacao);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("Veio           500 {⏎ \"title\": \"Erro\",⏎\\t\"trace\": \"\\u0007\\u202e\"⏎}\n").doesNotContain("\uFFFD");
    }

    @Test
    @DisplayName("a linha dobra na largura, contados os códigos")
    void dobraNaLargura_comCodigos() {
        String veio = "500 " + "\u001b \u001b\u001b ".repeat(30).strip();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new NoTerminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), new Terminal(false, false, 60)).resultado(RelatorioDaAvaliacaoTest.exemplo(veio));
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines().filter(l -> l.contains("\\u001b"))).isNotEmpty().allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(60));
    }

    @Test
    @DisplayName("na página também")
    void mostraAsQuebras_naPagina() throws Exception {
        RelatorioDaAvaliacao.html(avaliacao, pasta.resolve("a.html"));
        assertThat(Files.readString(pasta.resolve("a.html"))).contains("500 {⏎  &quot;title&quot;: &quot;Erro&quot;,⏎\\t&quot;trace&quot;: &quot;\\u0007\\u202e&quot;⏎}</code>")
                .doesNotContain("\u0007", "\u202e", "\uFFFD");
    }
}
