package rinha.balanceador;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("O programa: o que o impede de partir sai numa linha, e ele acaba")
final class MainTest {
    private record Fim(int codigo, String saida, String erro) {}

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

    @Test
    @DisplayName("SIGTERM com um pedido que não acaba no prazo: corta, e diz quantos cortou")
    void dizOQueCortou_quandoOPrazoDeEncerramentoVence() throws Exception {
        var nunca = new CountDownLatch(1);
        ServidorFalso.Acao prende = (_, _) -> {
            nunca.await();
            return false;
        };
        try (var servidor = new ServidorFalso(prende)) {
            int porta = portaLivre();
            var processo = iniciar("--porta=" + porta, "--admin-porta=0", "--servidores=" + servidor.endereco(), "--sonda-caminho=nenhum",
                    "--dreno-ms=0", "--prazo-encerramento-ms=50");
            try (var cliente = ligar(porta)) {
                cliente.getOutputStream().write(ClienteCru.get("/").getBytes(StandardCharsets.US_ASCII));
                Espera.ate("o pedido chegar ao servidor", () -> servidor.pedidos().size() == 1);
                // SIGTERM; o destroy fecharia também a saída que se quer ler.
                processo.toHandle().destroy();

                assertThat(acabar(processo).erro()).contains("Conexões cortadas com um pedido em curso: 1");
            }
            nunca.countDown();
        }
    }

    @Test
    @DisplayName("No ar, diz a estratégia com o nome que a configuração usa")
    void dizAEstrategia_comoSeEscreveNaConfiguracao() throws Exception {
        var processo = iniciar("--porta=0", "--admin-porta=0", "--sonda-caminho=nenhum");
        try {
            var linhas = processo.errorReader(StandardCharsets.UTF_8).lines();
            var partida = CompletableFuture.supplyAsync(() -> linhas.filter(l -> l.contains("No ar na porta")).findFirst().orElse("acabou sem dizer"));

            assertThat(partida.get(60, TimeUnit.SECONDS)).contains(": menos-conexoes entre 127.0.0.1:8081, ");
        } finally {
            processo.destroyForcibly();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"--ajuda", "--help", "-h"})
    @DisplayName("Com --ajuda diz o uso, com acentos também sem idioma no ambiente, e sai com 0 sem subir")
    void mostraAAjuda(String opcao) throws Exception {
        var fim = rodar("--porta=errada", opcao);

        assertThat(fim.codigo()).as(fim.erro()).isZero();
        assertThat(fim.saida()).startsWith("Uso: java -jar balanceador.jar").contains("  --porta, BALANCEADOR_PORTA (padrão: 9999)\n      Porta em que se escuta");
        assertThat(fim.erro()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ' ', value = {"--portas=1 «--portas»", "ajuda «ajuda»", "--porta --porta=9999", "--porta=abc BALANCEADOR_PORTA=abc"})
    @DisplayName("O que não entende sai com 2, o nome do programa e onde ver as opções")
    void recusaComando_quandoNaoEntende(String argumento, String visto) throws Exception {
        var fim = rodar(argumento);

        assertThat(fim.codigo()).as(fim.erro()).isEqualTo(2);
        assertThat(fim.erro().lines()).hasSize(2).first().asString().startsWith("balanceador: ").contains(visto);
        assertThat(fim.erro().lines()).last().isEqualTo("Veja as opções com --ajuda.");
        assertThat(fim.saida()).isEmpty();
    }

    private static int portaLivre() throws IOException {
        try (var escuta = new ServerSocket(0)) {
            return escuta.getLocalPort();
        }
    }

    private static Socket ligar(int porta) throws InterruptedException {
        var ligado = new AtomicReference<Socket>();
        Espera.ate("o programa escutar", () -> {
            try {
                ligado.set(new Socket("127.0.0.1", porta));
                return true;
            } catch (IOException e) {
                return false;
            }
        });
        return ligado.get();
    }

    private static Fim rodar(String... opcoes) throws Exception {
        return acabar(iniciar(opcoes));
    }

    private static Process iniciar(String... opcoes) throws IOException {
        var comando = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "rinha.balanceador.Main"));
        comando.addAll(List.of(opcoes));
        var processo = new ProcessBuilder(comando);
        // Sem idioma, como num contêiner: os acentos têm de sair assim mesmo.
        processo.environment().put("LC_ALL", "C");
        return processo.start();
    }

    private static Fim acabar(Process processo) throws Exception {
        try {
            assertThat(processo.waitFor(60, TimeUnit.SECONDS)).as("o processo acabou").isTrue();
            String erro = new String(processo.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            // O aviso do SLF4J só existe no classpath dos testes.
            return new Fim(processo.exitValue(), new String(processo.getInputStream().readAllBytes(), StandardCharsets.UTF_8), erro.lines().filter(l -> !l.startsWith("SLF4J")).collect(Collectors.joining("\n")));
        } finally {
            processo.destroyForcibly();
        }
    }
}
