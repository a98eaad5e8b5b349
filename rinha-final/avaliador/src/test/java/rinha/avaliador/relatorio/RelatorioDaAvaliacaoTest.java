package rinha.avaliador.relatorio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import rinha.avaliador.Achado;
import rinha.avaliador.Avaliacao;
import rinha.avaliador.Avaliador;
import rinha.avaliador.Dolares;
import rinha.avaliador.Nota;
import rinha.avaliador.PlanoDeAvaliacao;
import rinha.avaliador.Regra;
import rinha.avaliador.Sistema;
import rinha.avaliador.Situacao;
import rinha.avaliador.Verificacao;
import rinha.avaliador.conversa.Desfecho;
import rinha.carga.tela.Terminal;

@DisplayName("Relatórios da avaliação: terminal, JSON e página dizem o mesmo, e o README descreve o JSON")
final class RelatorioDaAvaliacaoTest {

    private static final Path README = Path.of("README.md");

    @TempDir
    Path pasta;

    static Avaliacao exemplo() {
        return exemplo("500 \u001b[2J\u009b2J\u202efim");
    }

    static Avaliacao exemplo(String veio) {
        Regra regra = Avaliador.regras().get(7);
        Achado achado = new Achado(regra, 2, List.of(new Achado.Exemplo("POST <script>alert('{{nota}}')</script>", veio, "422")),
                "a causa", "o passo", new Dolares(1606_02), "./curso rinha avaliar --url http://127.0.0.1:9999 --so " + regra.numero());
        Sistema sistema = new Sistema("2 instâncias, PostgreSQL e nginx", Duration.ofSeconds(60), OptionalDouble.of(1.5), OptionalLong.of(550_000_000L), true,
                "cgroup v1", 210L << 20, List.of(new Sistema.Processo("api-1", 10, 30, 150_000_000), new Sistema.Processo("postgres", 11, 15, 90_000_000)));
        return new Avaliacao(PlanoDeAvaliacao.de(URI.create("http://127.0.0.1:9999")), Instant.parse("2026-11-27T12:00:00Z"), Duration.ofSeconds(65),
                List.of(new Verificacao(regra, Situacao.FALHOU, 3, List.of(achado), ""), new Verificacao(Avaliador.regras().get(1), Situacao.NAO_AVALIADA, 0, List.of(), "porque sim")),
                Optional.empty(), Optional.empty(), Nota.de(990, 1000, 2, List.of("sem carga, o SLA não foi medido")), List.of(achado), List.of("um aviso"), Optional.of(sistema));
    }

    private static Document analisar(String pagina) throws Exception {
        String xml = pagina.substring(pagina.indexOf("<body>"), pagina.indexOf("</body>") + 7);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    @DisplayName("a página basta a si, é bem formada, e o que veio do servidor não vira marcação")
    void bastaASi_quandoEscreveHtml() throws Exception {
        Path arquivo = pasta.resolve("a.html");
        RelatorioDaAvaliacao.html(exemplo(), arquivo);
        String pagina = Files.readString(arquivo);
        assertThat(analisar(pagina).getElementsByTagName("article").getLength()).isEqualTo(1);
        assertThat(pagina).contains("<html lang=\"pt-BR\">", "width=device-width", "USD 98.393,98", "O sistema", "api-1", "alert(&#39;{{nota}}&#39;)")
                .doesNotContain("<script", "src=", "href=", "url(", "null", "NaN", "\u001b");
    }

    @Test
    @DisplayName("a memória de todos é a maior num mesmo instante, e não a soma dos picos de cada um")
    void mostraOPicoDaSoma() throws Exception {
        RelatorioDaAvaliacao.html(exemplo(), pasta.resolve("a.html"));
        RelatorioDaAvaliacao.json(exemplo(), pasta.resolve("a.json"));
        assertThat(Files.readString(pasta.resolve("a.html"))).containsPattern("todos</th>.*<td>210</td></tr>");
        assertThat(new ObjectMapper().readTree(pasta.resolve("a.json").toFile()).at("/sistema/picoBytes").asLong()).isEqualTo(210L << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no corte", "escrito em JSON"})
    @DisplayName("um emoji partido ao meio não impede nenhum relatório")
    void escreve_quandoUmEmojiVemPartido(String onde) throws Exception {
        String corpo = "x".repeat(239) + "😀😀😀";
        String veio = onde.equals("no corte") ? new Desfecho.Respondeu(200, Map.of(), corpo.getBytes(StandardCharsets.UTF_8)).emPalavras()
                : new ObjectMapper().readTree("\"\\ud83d\"").textValue();
        RelatorioDaAvaliacao.html(exemplo(veio), pasta.resolve("a.html"));
        RelatorioDaAvaliacao.json(exemplo(veio), pasta.resolve("a.json"));
        assertThat(Files.readString(pasta.resolve("a.html"))).contains("</html>");
        String lido = new ObjectMapper().readTree(pasta.resolve("a.json").toFile()).at("/achados/0/exemplos/0/veio").asText();
        assertThat(lido.codePoints()).noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (onde.equals("no corte")) {
            assertThat(lido).contains("😀… (").doesNotContain("?");
        }
    }

    @Test
    @DisplayName("no terminal, sem cores não há escape nenhum; com elas, só os nossos")
    void escreveNoTerminal() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new NoTerminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), new Terminal(false, false, 80)).resultado(exemplo());
        String texto = bytes.toString(StandardCharsets.UTF_8);
        assertThat(texto).contains("Causa provável", "Próximo passo", "--so ", "A receber", "USD 98.393,98", "Esta nota não vale").doesNotContain("\u001b", "\u009b", "\u202e");
        bytes.reset();
        new NoTerminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), new Terminal(true, true, 80)).resultado(exemplo());
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("\u001b[31m").doesNotContain("\u001b[2J");
    }

    @Test
    @DisplayName("a conta da nota cabe na largura do terminal")
    void dobraANota() throws Exception {
        for (int largura : new int[] {40, 80, 100}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new NoTerminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), new Terminal(false, false, largura)).resultado(exemplo());
            assertThat(bytes.toString(StandardCharsets.UTF_8).lines().dropWhile(l -> !l.startsWith("  Contrato")).takeWhile(l -> !l.isEmpty()))
                    .as("%d colunas", largura).isNotEmpty().allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(largura));
        }
    }

    @Test
    @DisplayName("cada campo do JSON está na tabela do README")
    void descreveOJson() throws Exception {
        Path arquivo = pasta.resolve("a.json");
        RelatorioDaAvaliacao.json(exemplo(), arquivo);
        JsonNode raiz = new ObjectMapper().readTree(arquivo.toFile());
        TreeSet<String> campos = new TreeSet<>();
        listar("", raiz, campos);
        List<String> faltam = new ArrayList<>(campos);
        String readme = Files.readString(README);
        faltam.removeIf(c -> readme.contains("`" + c + "`"));
        assertThat(faltam).as("campos do JSON que o README não descreve").isEmpty();
        assertThat(raiz.at("/nota/valor").asDouble()).isEqualTo(98_393.98);
    }

    private static void listar(String prefixo, JsonNode no, TreeSet<String> campos) {
        if (no.isArray()) {
            no.forEach(n -> listar(prefixo, n, campos));
        } else if (no.isObject()) {
            no.properties().forEach(e -> {
                campos.add(prefixo + e.getKey());
                listar(prefixo + e.getKey() + ".", e.getValue(), campos);
            });
        }
    }

    @Test
    @DisplayName("a lista de regras do README é a do código, na mesma ordem e com os mesmos títulos")
    void listaAsRegras() throws Exception {
        List<String> doReadme = Files.readAllLines(README).stream().filter(l -> l.matches("\\| `[A-Z]\\d\\d-.*")).toList();
        assertThat(doReadme).isEqualTo(Avaliador.regras().stream()
                .map(r -> "| `%s` | %s | %s |".formatted(r.id(), r.titulo(), r.peso().name().toLowerCase(Locale.ROOT))).toList());
    }
}
