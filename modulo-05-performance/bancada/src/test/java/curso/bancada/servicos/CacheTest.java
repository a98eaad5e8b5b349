package curso.bancada.servicos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    @TempDir
    private Path temporaria;

    @Test
    @DisplayName("Cada sistema tem o seu lugar de cache")
    void escolheOLugar_quandoCadaSistema() {
        assertThat(Cache.doSistema(Map.of(), "Linux", "/home/ana")).isEqualTo(Path.of("/home/ana/.cache/curso-performance"));
        assertThat(Cache.doSistema(Map.of("XDG_CACHE_HOME", "/cache"), "Linux", "/home/ana")).isEqualTo(Path.of("/cache/curso-performance"));
        assertThat(Cache.doSistema(Map.of("XDG_CACHE_HOME", "relativo"), "Linux", "/home/ana")).isEqualTo(Path.of("/home/ana/.cache/curso-performance"));
        assertThat(Cache.doSistema(Map.of(), "Mac OS X", "/Users/ana")).isEqualTo(Path.of("/Users/ana/Library/Caches/curso-performance"));
        assertThat(Cache.doSistema(Map.of("LOCALAPPDATA", "/local"), "Windows 11", "/ana")).isEqualTo(Path.of("/local/curso-performance"));
    }

    @Test
    @DisplayName("Com a pasta pessoal sem escrita, avisa e usa uma pasta privada na temporária")
    void usaATemporaria_quandoNaoPodeEscrever() throws IOException {
        Path arquivo = Files.createFile(temporaria.resolve("arquivo-no-lugar-da-pasta"));
        List<String> avisos = new ArrayList<>();
        Cache cache = Cache.comReserva(arquivo.resolve("cache"), temporaria, avisos::add);
        assertThat(cache.raiz()).startsWith(temporaria).isDirectory();
        assertThat(Files.getPosixFilePermissions(cache.raiz())).hasToString("[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]");
        assertThat(avisos).singleElement().asString().contains(arquivo.toString(), cache.raiz().toString(), "CURSO_CACHE");
    }

    @Test
    @DisplayName("A reserva não aceita um atalho plantado no lugar dela")
    void naoSegueAtalho_quandoPlantado() throws IOException {
        Path alheia = Files.createDirectory(temporaria.resolve("alheia"));
        Files.createSymbolicLink(temporaria.resolve("curso-performance-" + System.getProperty("user.name")), alheia);
        Path arquivo = Files.createFile(temporaria.resolve("arquivo"));
        assertThatThrownBy(() -> Cache.comReserva(arquivo.resolve("cache"), temporaria, aviso -> {})).isInstanceOf(FalhaDeServico.class);
        assertThat(alheia).isEmptyDirectory();
    }

    @Test
    @DisplayName("CURSO_CACHE sem escrita é recusado: foi pedido, não se troca por outro")
    void recusa_quandoPedidoNaoServe() throws IOException {
        Path arquivo = Files.createFile(temporaria.resolve("arquivo"));
        Map<String, String> ambiente = Map.of("CURSO_CACHE", arquivo.resolve("cache").toString());
        assertThatThrownBy(() -> Cache.doAmbiente(ambiente, aviso -> {})).isInstanceOf(FalhaDeServico.class).hasMessageContainingAll("CURSO_CACHE", "Próximo passo");
    }

    @Test
    @DisplayName("Disco sem espaço é recusado antes de começar, com o que resta e o que falta")
    void recusa_quandoFaltaEspaco() {
        assertThatThrownBy(() -> Arquivos.exigirEspaco(temporaria, Long.MAX_VALUE)).isInstanceOf(FalhaDeServico.class)
                .hasMessageContainingAll("Restam", temporaria.toString(), "libere espaço");
    }

    @Test
    @DisplayName("Dados de um processo morto são recolhidos; de um vivo, ou recentes, não")
    void recolheSoOsAbandonados_quandoOutroInicia() throws Exception {
        Instant antes = Instant.now().minus(Duration.ofHours(1));
        Path abandonada = pastaDeDados("postgres-1-abandonada", antes);
        Path recente = pastaDeDados("postgres-2-recente", Instant.now());
        Path viva = pastaDeDados("postgres-3-viva", antes);
        Process outro = seguraATrava(viva.resolve(".trava"));
        try {
            PastaDeDados.recolherAbandonadas(temporaria, Instant.now());
            assertThat(abandonada).doesNotExist();
            assertThat(recente).exists();
            assertThat(viva).exists();
        } finally {
            outro.destroyForcibly().waitFor();
        }
        PastaDeDados.recolherAbandonadas(temporaria, Instant.now());
        assertThat(viva).doesNotExist();
    }

    private Path pastaDeDados(String nome, Instant quando) throws IOException {
        Path pasta = Files.createDirectory(temporaria.resolve(nome));
        Files.createFile(pasta.resolve(".trava"));
        Files.setLastModifiedTime(pasta, FileTime.from(quando));
        return pasta;
    }

    private static Process seguraATrava(Path trava) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process processo = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), SeguraTrava.class.getName(), trava.toString()).start();
        assertThat(processo.inputReader().readLine()).isEqualTo(SeguraTrava.SEGUREI);
        return processo;
    }
}
