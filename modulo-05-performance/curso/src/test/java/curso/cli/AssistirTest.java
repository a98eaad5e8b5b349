package curso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("assistir: cada salvamento tem o seu veredito")
class AssistirTest {

    private static final Duration PRAZO = Duration.ofSeconds(60);

    @TempDir
    Path raiz;

    private final BlockingQueue<String> linhas = new LinkedBlockingQueue<>();
    private CursoDeMentira curso;
    private Thread sessao;

    @BeforeEach
    void criar() throws IOException {
        curso = CursoDeMentira.em(raiz);
    }

    @AfterEach
    void encerrar() throws InterruptedException {
        sessao.interrupt();
        assertThat(sessao.join(PRAZO)).as("a sessão termina quando a interrompem").isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"--verboso", "--sondagem"})
    @DisplayName("do começo ao fim: a fazer, armadilha, solução")
    void corrigeACadaSalvamento(String opcao) throws Exception {
        assistir(opcao);
        esperar("03.1 Dê o título do exercício · a fazer");
        salvar(Files.readString(curso.arquivo(CursoDeMentira.ARMADILHA)));
        esperar("· 1 de 2 passaram");
        esperar("Armadilha: Inventa um preço");
        salvar(Files.readString(curso.arquivo(CursoDeMentira.SOLUCAO)));
        esperar("· passou");
        esperar("1 de 1 exercício do curso");
    }

    @Test
    @DisplayName("um laço sem fim não segura a sessão: salvar o conserto corrige na hora, noutra JVM")
    void trocaAJvm_quandoOCodigoTrava() throws Exception {
        assistir("--verboso");
        esperar("· a fazer");
        var solucao = Files.readString(curso.arquivo(CursoDeMentira.SOLUCAO));
        try (var campainha = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            campainha.setSoTimeout((int) PRAZO.toMillis());
            salvar(solucao.replace("return precos", """
                    try { new java.net.Socket("127.0.0.1", %d).close(); } catch (java.io.IOException e) { throw new RuntimeException(e); }
                    while (precos != null) { Thread.onSpinWait(); }
                    return precos""".formatted(campainha.getLocalPort())));
            campainha.accept().close(); // daqui em diante o laço está rodando
        }
        salvar(solucao);
        esperar("· passou");
    }

    private void assistir(String opcao) {
        sessao = Thread.ofPlatform().start(() -> curso.rodar(new PorLinha(), "assistir", "03.1", "--sem-teclado", opcao));
    }

    /// Como os editores: escreve ao lado e renomeia por cima.
    private void salvar(String codigo) throws IOException {
        var destino = curso.arquivo(CursoDeMentira.EXERCICIO);
        var novo = Files.writeString(destino.resolveSibling(".novo"), codigo);
        Files.move(novo, destino, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void esperar(String pedaco) throws InterruptedException {
        var vistas = new StringBuilder();
        for (var linha = linhas.poll(PRAZO.toSeconds(), TimeUnit.SECONDS); linha != null;
                linha = linhas.poll(PRAZO.toSeconds(), TimeUnit.SECONDS)) {
            vistas.append(linha).append('\n');
            if (linha.contains(pedaco)) {
                return;
            }
        }
        assertThat(vistas.toString()).contains(pedaco);
    }

    /// Entrega à fila cada linha que o comando escreve.
    private final class PorLinha extends ByteArrayOutputStream {
        @Override
        public synchronized void write(int b) {
            if (b == '\n') {
                linhas.add(toString(StandardCharsets.UTF_8));
                reset();
            } else {
                super.write(b);
            }
        }

        @Override
        public synchronized void write(byte[] bytes, int inicio, int quantos) {
            for (int i = inicio; i < inicio + quantos; i++) {
                write(bytes[i]);
            }
        }
    }
}
