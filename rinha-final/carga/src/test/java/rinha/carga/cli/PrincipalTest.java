package rinha.carga.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
@DisplayName("Linha de comando: opções, códigos de saída e mensagens")
class PrincipalTest {

    private final ByteArrayOutputStream saida = new ByteArrayOutputStream();
    private final ByteArrayOutputStream erros = new ByteArrayOutputStream();
    private final Queue<String> recebidos = new ConcurrentLinkedQueue<>();
    private ExecutorService threads;
    private HttpServer servidor;
    private volatile int status = 200;

    private static final Path CHEIO = Path.of("/dev/full");

    @TempDir
    Path pasta;

    @BeforeEach
    void abrir() throws IOException {
        threads = Executors.newVirtualThreadPerTaskExecutor();
        servidor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        servidor.setExecutor(threads);
        servidor.createContext("/", troca -> {
            String corpo = new String(troca.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            recebidos.add(String.join(" ", troca.getRequestMethod(), troca.getRequestURI().toString(),
                    troca.getRequestHeaders().getFirst("X-Teste"), corpo));
            byte[] resposta = "{\"limite\":100000,\"saldo\":0}".getBytes(StandardCharsets.UTF_8);
            troca.sendResponseHeaders(status, 0); // chunked
            troca.getResponseBody().write(resposta);
            troca.close();
        });
        servidor.start();
    }

    @AfterEach
    void fechar() {
        servidor.stop(0);
        threads.close();
    }

    private int executar(String... args) {
        return Principal.executar(args, new PrintStream(saida, true, StandardCharsets.UTF_8),
                new PrintStream(erros, true, StandardCharsets.UTF_8), Duration.ofMillis(20));
    }

    private String url() {
        return "http://127.0.0.1:" + servidor.getAddress().getPort();
    }

    @Test
    @DisplayName("carga aberta numa URL: sai com 0, mostra o resumo e escreve JSON e HTML")
    void saiComZero_quandoTudoDaCerto() throws Exception {
        Path json = pasta.resolve("r.json");
        Path html = pasta.resolve("r.html");
        assertThat(executar("--url", url() + "/a?b=1", "--taxa", "50", "--duracao", "400ms", "--aquecimento", "0",
                "--corpo", "{}", "--cabecalho", "X-Teste=sim", "--json", json.toString(), "--html", html.toString()))
                .as(erros.toString(StandardCharsets.UTF_8)).isZero();
        JsonNode r = new ObjectMapper().readTree(Files.readAllBytes(json));
        assertThat(r.get("respondidos").asInt()).isEqualTo(20);
        assertThat(recebidos).hasSize(20).containsOnly("POST /a?b=1 sim {}");
        assertThat(saida.toString(StandardCharsets.UTF_8)).contains("20 respostas", "200 × 20", "Nenhum erro");
        assertThat(html).content().contains("<figure>");
    }

    @Test
    @DisplayName("status inesperado sai com 1 e mostra o primeiro; aceito por --status, sai com 0")
    void saiComUm_quandoHaErros() {
        status = 422;
        String[] comuns = {"--url", url(), "--taxa", "50", "--duracao", "200ms", "--aquecimento", "0", "--sem-tela"};
        assertThat(executar(comuns)).isEqualTo(1);
        assertThat(saida.toString(StandardCharsets.UTF_8)).contains("status inesperado: 10", "veio 422");
        String[] aceitando = java.util.Arrays.copyOf(comuns, comuns.length + 1);
        aceitando[comuns.length] = "--status=200,422";
        assertThat(executar(aceitando)).isZero();
    }

    @Test
    @DisplayName("limite passado sai com 1 e diz qual")
    void saiComUm_quandoPassaDoLimite() {
        assertThat(executar("--url", url(), "--taxa", "50", "--duracao", "200ms", "--aquecimento", "0", "--sem-tela",
                "--vazao-minima", "1000000", "--p99-maximo", "0")).isEqualTo(1);
        assertThat(saida.toString(StandardCharsets.UTF_8)).contains("LIMITE: p99", "o mínimo pedido é 1.000.000");
    }

    @Test
    @DisplayName("a conferência da Rinha vê o limite errado que o servidor inventou")
    void reprova_quandoOCenarioEDaRinha() {
        assertThat(executar("--url", url(), "--cenario", "maxima", "--conexoes", "2", "--duracao", "300ms",
                "--aquecimento", "0", "--sem-tela")).isEqualTo(1);
        assertThat(saida.toString(StandardCharsets.UTF_8)).contains("corpo reprovado na conferência", "débito", "crédito");
        assertThat(recebidos).anyMatch(p -> p.startsWith("POST /clientes/") && p.contains("\"tipo\":\"d\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--taxa 5 | falta --url",
        "--url http://192.0.2.1/ | --permitir-host",
        "--url ftp://127.0.0.1/ | comece por http://",
        "--url http://127.0.0.1:1/ --duracao 3x | «3x» não é uma duração",
        "--url http://127.0.0.1:1/ --duracao 0 | tempo positivo",
        "--url http://127.0.0.1:1/ --conexoes muitas | «muitas»; espera um número inteiro",
        "--url http://127.0.0.1:1/ --conexoes 0 | 0 conexões",
        "--url http://127.0.0.1:1/ --cenario rinha2025 | espera url, rinha2024, maxima",
        "--url http://127.0.0.1:1/x --cenario maxima | escolhe os caminhos",
        "--url http://127.0.0.1:1/ --cenario maxima --taxa 9 | não tem taxa",
        "--url http://127.0.0.1:1/ --taxa -3 | número positivo",
        "--url http://127.0.0.1:1/ --taxa 3 --pausa 1s | Tire --pausa",
        "--url http://127.0.0.1:1/ --corpo @/nao/existe | não consegui ler",
        "--url http://127.0.0.1:1/ --cabecalho Host=x | quem o escreve é o motor",
        "--url http://127.0.0.1:1/ --html /nao/existe/r.html | a pasta de",
        "--url http://127.0.0.1:1/ --json / | é uma pasta",
        "--url http://127.0.0.1:1/ --html . | é uma pasta",
        "--url http://127.0.0.1:1/ --cabecalho X-Teste | --cabecalho espera NOME=VALOR",
        "--url http://127.0.0.1:1/ --sem-tela=talvez | --sem-tela não leva valor",
        "--url http://127.0.0.1:1/ --taxa 1,5 | «1,5»; espera um número com ponto decimal",
        "--url http://127.0.0.1:99999/ | a porta vai de 1 a 65535",
        "--url http://127.0.0.1:1/ --duracao 30h | duração de 30h: use no máximo 24 horas",
        "--url http://127.0.0.1:1/ --timeout 15min | timeout de 15min",
        "--url http://127.0.0.1:1/ --taxa 1 --duracao 0 | fase de 0s: a duração é positiva",
        "--url http://minha_api:9999/ | não pode ter _",
        "--url http://192.0.2.1/ | não é um endereço local (127.0.0.1",
        "--url http://127.0.0.1:1/ --velocidade 9 | não conheço",
        "--url http://127.0.0.1:1/ --taxa 1 --taxa 2 | mais de uma vez",
    })
    @DisplayName("comando errado sai com 2, diz a regra e não manda nada")
    void saiComDois_quandoOComandoEstaErrado(String comando, String regra) {
        assertThat(executar(comando.split(" "))).isEqualTo(2);
        assertThat(erros.toString(StandardCharsets.UTF_8)).startsWith("carga: ").contains(regra, "--ajuda");
    }

    @Test
    @DisplayName("o relatório que não se pôde escrever é dito, sai com 1, e não leva o outro junto")
    void escreveOOutro_quandoUmRelatorioFalha() {
        Assumptions.assumeThat(CHEIO).as("um arquivo em que nada cabe").exists();
        Path html = pasta.resolve("r.html");
        assertThat(executar("--url", url(), "--taxa", "50", "--duracao", "200ms", "--aquecimento", "0", "--sem-tela",
                "--json", CHEIO.toString(), "--html", html.toString())).isEqualTo(1);
        assertThat(erros.toString(StandardCharsets.UTF_8)).startsWith("carga: não consegui escrever /dev/full: ").hasLineCount(1);
        assertThat(html).content().contains("<figure>");
    }

    @Test
    @DisplayName("a falha que ninguém esperava sai em uma linha e com 1, sem a pilha")
    void dizEmUmaLinha_quandoAlgoFalha() {
        assertThat(Principal.executar(new String[] {"--url", url()}, new PrintStream(saida, true, StandardCharsets.UTF_8),
                new PrintStream(erros, true, StandardCharsets.UTF_8), Duration.ZERO)).isEqualTo(1);
        assertThat(erros.toString(StandardCharsets.UTF_8)).startsWith("carga: ").hasLineCount(1);
    }

    @Test
    @DisplayName("--ajuda mostra as opções em português e sai com 0")
    void mostraAAjuda_quandoPedem() {
        assertThat(executar("--ajuda")).isZero();
        assertThat(saida.toString(StandardCharsets.UTF_8)).contains("Uso: carga --url URL", "Opções:", "Exemplos:");
    }
}
