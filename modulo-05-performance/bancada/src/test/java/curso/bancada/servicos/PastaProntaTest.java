package curso.bancada.servicos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import curso.bancada.instrumentos.PontoDeEncontro;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PastaProntaTest {
    private final AtomicInteger construcoes = new AtomicInteger();
    @TempDir
    private Path cache;
    private PastaPronta pasta;

    @BeforeEach
    void preparar() {
        pasta = new PastaPronta(cache.resolve("modelo"), this::construir);
    }

    private void construir(Path vazia) throws IOException {
        construcoes.incrementAndGet();
        Files.createDirectories(vazia.resolve("dados/vazia"));
        Files.writeString(vazia.resolve("dados/PG_VERSION"), "18\n");
        Files.createSymbolicLink(vazia.resolve("dados/atalho"), Path.of("PG_VERSION"));
        Files.writeString(vazia.resolve("senha"), "segredo");
    }

    @Test
    @DisplayName("Muitas threads a pedem juntas e ela é construída uma vez")
    void constroiUmaVez_quandoPedidaPorMuitos() throws Exception {
        var largada = PontoDeEncontro.de(4, Duration.ofSeconds(10));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Path>> pedidos = IntStream.range(0, 4).mapToObj(i -> executor.submit(() -> {
                largada.esperar();
                return pasta.garantir();
            })).toList();
            assertThat(pedidos).extracting(p -> p.get(20, TimeUnit.SECONDS)).containsOnly(cache.resolve("modelo"));
        }
        assertThat(construcoes).hasValue(1);
    }

    @Test
    @DisplayName("Uma construção que falhou não deixa nada no lugar, e a próxima tenta de novo")
    void naoDeixaMetade_quandoConstrucaoFalha() throws IOException {
        var quebrada = new PastaPronta(cache.resolve("modelo"), vazia -> {
            Files.writeString(vazia.resolve("metade"), "x");
            throw new IOException("disco cheio");
        });
        assertThatThrownBy(quebrada::garantir).isInstanceOf(IOException.class).hasMessage("disco cheio");
        assertThat(cache.resolve("modelo")).doesNotExist();
        pasta.garantir();
        assertThat(cache.resolve("modelo/dados/PG_VERSION")).exists();
        assertThat(cache.resolve("modelo/metade")).doesNotExist();
    }

    @Test
    @DisplayName("O resto de uma construção interrompida por kill -9 é recolhido, e uma pasta sem manifesto é refeita")
    void recolheRestos_quandoInterrompida() throws IOException {
        Files.createDirectories(cache.resolve("modelo.parcial-123/dados"));
        Files.createDirectories(cache.resolve("modelo/dados"));
        pasta.garantir();
        assertThat(cache.resolve("modelo.parcial-123")).doesNotExist();
        assertThat(cache.resolve("modelo/senha")).exists();
    }

    @Test
    @DisplayName("Um arquivo truncado ou apagado é percebido, e reparar refaz a pasta; inteira, ela não é refeita")
    void refaz_quandoTruncada() throws IOException {
        Path modelo = pasta.garantir();
        assertThat(pasta.reparar()).isFalse();
        Files.writeString(modelo.resolve("dados/PG_VERSION"), "");
        assertThat(Manifesto.confere(modelo)).isFalse();
        assertThat(pasta.reparar()).isTrue();
        Files.delete(modelo.resolve("dados/atalho"));
        assertThat(pasta.reparar()).isTrue();
        assertThat(Manifesto.confere(modelo)).isTrue();
        assertThat(construcoes).hasValue(3);
    }
}
