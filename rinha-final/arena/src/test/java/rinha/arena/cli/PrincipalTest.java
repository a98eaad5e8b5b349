package rinha.arena.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rinha.carga.tela.Terminal;

@DisplayName("Linha de comando: o que não dá é recusado com o próximo passo, e código 2")
class PrincipalTest {
    private final ByteArrayOutputStream saida = new ByteArrayOutputStream();
    private final ByteArrayOutputStream erros = new ByteArrayOutputStream();

    private int executar(String... argumentos) {
        return executar(new Terminal(false, false, 80), argumentos);
    }

    private int executar(Terminal terminal, String... argumentos) {
        var console = new Console(new PrintStream(saida, true, StandardCharsets.UTF_8), new PrintStream(erros, true, StandardCharsets.UTF_8), terminal);
        return Principal.executar(console, argumentos);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "sobe|Há: avaliar, carga, jornada, maxima, subir",
        "--completo|Não conheço a opção «--completo»",
        "subir --instancias 0|é preciso ao menos uma",
        "subir --instancias 8|8 instâncias não cabem em 550 MB: cabem 3. Cada API ocupa ao menos 112 MB",
        "maxima --instancias 5 --armazenamento sqlite --balanceador nginx|cabem 4",
        "subir --instancias dois|«dois» não serve para --instancias: vale um número inteiro",
        "subir --porta 10000 --porta 10001|A opção --porta só vale uma vez",
        "subir --porta 70000|vale de 1 a 65535",
        "subir --porta 0|vale de 1 a 65535",
        "subir --armazenamento mysql|vale postgres ou sqlite",
        "maxima --rodadas 0|vale de 1 a 50",
        "maxima --conexoes 0 --url http://127.0.0.1:1|vale de 1 a 4096",
        "maxima --url http://127.0.0.1:1|não responde",
        "maxima --perfil --url http://127.0.0.1:1|com --url ele não sobe nenhum",
        "maxima --url ftp://127.0.0.1|comece por http://",
        "maxima --url http://127.0.0.1:1/clientes|dê só http://127.0.0.1:1",
        "carga --url http://192.0.2.1|acrescente --permitir-host",
        "carga --duracao 10|Escreva como 30s",
        "avaliar --so C99|Não há regra «C99»",
        "avaliar --url http://127.0.0.1:1 --so ,|--so veio sem nenhuma regra",
        "avaliar --url|Falta o valor de --url",
        "avaliar --url http://127.0.0.1:1 --so C01|ninguém escuta na porta 1",
        "carga --completa --duracao 20s|Escolha uma das duas",
        "avaliar --completa --sem-carga|--sem-carga não combina com --completa",
        "avaliar --duracao 5s --sem-carga|--sem-carga não combina com --duracao",
        "avaliar --url http://127.0.0.1:1 --porta 9998|--porta não vale com --url",
        "maxima --url http://127.0.0.1:1 --fria|--fria não vale com --url",
        "jornada --rodadas 99|vale de 1 a 50"})
    void recusa(String linha, String mensagem) {
        assertThat(executar(linha.split(" "))).as("%s", erros).isEqualTo(2);
        assertThat(erros.toString(StandardCharsets.UTF_8)).contains(mensagem).doesNotContain("\tat ");
        assertThat(saida.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    @DisplayName("Porta em uso: recusa antes de subir qualquer coisa")
    void recusaPortaEmUso() throws IOException {
        try (var escuta = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(executar("subir", "--porta", "" + escuta.getLocalPort())).isEqualTo(2);
            assertThat(erros.toString(StandardCharsets.UTF_8)).contains("já está em uso", "--porta").doesNotContain("subindo");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "--so C07,C99|Não há regra «C99»|--listar",
        "avaliar --so C07,V03 --sem-carga|V03 precisa da carga|tire V03 de --so"})
    @DisplayName("Regra que não existe, ou que precisa da carga que não virá: recusa antes de subir qualquer coisa")
    void recusaRegraQueNaoServe(String linha, String mensagem, String proximoPasso) {
        assertThat(executar(linha.split(" "))).isEqualTo(2);
        assertThat(erros.toString(StandardCharsets.UTF_8)).contains(mensagem, proximoPasso).doesNotContain("subindo");
    }

    @Test
    @DisplayName("A lista das regras não sobe nada")
    void lista() {
        assertThat(executar("avaliar", "--listar")).isZero();
        assertThat(saida.toString(StandardCharsets.UTF_8)).contains("C01-saldo-inicial");
        assertThat(erros.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    @DisplayName("O andamento cabe numa linha do terminal: o que dobrasse não se apagaria inteiro")
    void andamentoCabeNumaLinha() {
        new Console(System.out, new PrintStream(erros, true, StandardCharsets.UTF_8), new Terminal(true, false, 40)).andamento("E12 sob concorrência, cada resposta mostra o saldo logo depois");
        String visivel = erros.toString(StandardCharsets.UTF_8).replaceAll("\\r|\u001b\\[K", "");
        assertThat(visivel).startsWith("  E12 sob").endsWith("…").hasSizeLessThan(40);
    }

    @Test
    @DisplayName("Um parágrafo se dobra na largura, sem contar as tintas")
    void paragrafoSeDobra() {
        new Console(new PrintStream(saida, true, StandardCharsets.UTF_8), System.err, new Terminal(true, true, 40)).dobrada("  ", "\u001b[32m✓\u001b[0m No ar em 4,3 s: 2 instâncias, SQLite, escrita em lote");
        assertThat(saida.toString(StandardCharsets.UTF_8).lines()).hasSize(2).first().asString().endsWith("2 instâncias,");
    }

    @Test
    @DisplayName("A ajuda é em português e lista os comandos")
    void ajuda() {
        assertThat(executar("--ajuda")).isZero();
        assertThat(saida.toString(StandardCharsets.UTF_8)).contains("Uso:", "[COMANDO]", "subir", "avaliar", "maxima", "jornada").doesNotContain("Usage");
    }

    @ParameterizedTest(name = "{0} colunas")
    @ValueSource(ints = {56, 80})
    @DisplayName("A ajuda cabe na largura do terminal")
    void ajudaCabe(int largura) {
        assertThat(executar(new Terminal(true, false, largura), "avaliar", "--ajuda")).isZero();
        assertThat(saida.toString(StandardCharsets.UTF_8).lines()).allSatisfy(linha -> assertThat(linha).hasSizeLessThanOrEqualTo(largura));
    }

    @Test
    @DisplayName("Num terminal, um erro se quebra entre palavras; num cano, fica inteiro")
    void erroSeQuebraEntrePalavras() {
        String longo = "Não consigo gravar o relatório nesta pasta: o disco está cheio.";
        var console = new Console(System.out, new PrintStream(erros, true, StandardCharsets.UTF_8), new Terminal(true, false, 40));
        console.erro(longo, "");
        assertThat(erros.toString(StandardCharsets.UTF_8).replaceAll("\\r|\u001b\\[K", "").lines())
                .containsExactly("✗ Não consigo gravar o relatório nesta", "  pasta: o disco está cheio.");

        erros.reset();
        new Console(System.out, new PrintStream(erros, true, StandardCharsets.UTF_8), new Terminal(false, false, 40)).erro(longo, "");
        assertThat(erros.toString(StandardCharsets.UTF_8).lines()).containsExactly("✗ " + longo);
    }
}
