package curso.bancada.servicos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class TarTest {
    @TempDir
    private Path temporaria;
    private Path pacote;

    @BeforeEach
    void empacotar() throws IOException {
        Path raiz = temporaria.resolve("raiz");
        Files.createDirectories(raiz.resolve("pasta/vazia"));
        Files.writeString(raiz.resolve("pasta/PG_VERSION"), "18\n");
        Files.write(raiz.resolve("grande"), new byte[100_000]);
        pacote = temporaria.resolve("pacote.tar");
        Tar.criar(raiz, pacote);
    }

    @Test
    @DisplayName("O tar do sistema e o da JVM devolvem a mesma árvore, aberta só ao dono")
    void devolveAMesmaArvore_quandoPelosDoisModos() throws IOException {
        Path peloSistema = temporaria.resolve("sistema");
        Path pelaJvm = temporaria.resolve("jvm");
        Tar.desempacotar(pacote, peloSistema);
        try (var bytes = Files.newInputStream(pacote)) {
            Tar.extrair(bytes, pelaJvm);
        }
        for (Path raiz : new Path[] {peloSistema, pelaJvm}) {
            assertThat(raiz.resolve("pasta/PG_VERSION")).hasContent("18\n");
            assertThat(raiz.resolve("pasta/vazia")).isEmptyDirectory();
            assertThat(raiz.resolve("grande")).hasSize(100_000);
        }
        assertThat(Files.getPosixFilePermissions(peloSistema)).hasToString("[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]");
    }

    @Test
    @DisplayName("Um pacote cortado no meio é recusado")
    void recusa_quandoCortado() throws IOException {
        byte[] inteiro = Files.readAllBytes(pacote);
        Files.write(pacote, java.util.Arrays.copyOf(inteiro, 60_000));
        assertThatThrownBy(() -> Tar.desempacotar(pacote, temporaria.resolve("destino"))).isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("Um item que sairia da pasta é recusado")
    void recusa_quandoSairiaDaPasta() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            byte[] conteudo = "mal".getBytes(StandardCharsets.UTF_8);
            var item = new TarArchiveEntry("../fora");
            item.setSize(conteudo.length);
            tar.putArchiveEntry(item);
            tar.write(conteudo);
            tar.closeArchiveEntry();
        }
        assertThatThrownBy(() -> Tar.extrair(new ByteArrayInputStream(bytes.toByteArray()), temporaria.resolve("dentro")))
                .isInstanceOf(IOException.class).hasMessageContaining("../fora");
        assertThat(temporaria.resolve("fora")).doesNotExist();
    }
}
