package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class GravacaoAtomicaTest {
    @TempDir
    Path pasta;

    @Test
    @DisplayName("Troca o conteúdo, cria a pasta que falta e não deixa nada ao lado")
    void troca_eCriaAPasta() throws IOException {
        Path arquivo = pasta.resolve("nova/arquivo.txt");
        GravacaoAtomica.gravar(arquivo, "antes".getBytes(StandardCharsets.UTF_8));
        GravacaoAtomica.gravar(arquivo, "depois".getBytes(StandardCharsets.UTF_8));
        assertThat(arquivo).hasContent("depois");
        assertThat(arquivo.getParent()).isDirectoryContaining("glob:**arquivo.txt").isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "o Windows não tem permissões POSIX")
    @DisplayName("Quem podia ler o arquivo continua a poder: as permissões são as de um arquivo comum")
    void mantemAsPermissoesDeUmArquivoComum() throws IOException {
        Path comum = Files.writeString(pasta.resolve("comum.txt"), "x");
        Path arquivo = pasta.resolve("arquivo.txt");
        GravacaoAtomica.gravar(arquivo, "x");
        assertThat(Files.getPosixFilePermissions(arquivo)).isEqualTo(Files.getPosixFilePermissions(comum));
    }

    @Test
    @DisplayName("Uma escrita que falha no meio deixa o anterior como estava, e nada ao lado")
    void mantemOAnterior_quandoAEscritaFalha() throws IOException {
        Path arquivo = Files.writeString(pasta.resolve("arquivo.txt"), "antes");
        assertThatThrownBy(() -> GravacaoAtomica.gravar(arquivo, provisorio -> {
            Files.writeString(provisorio, "pela metade");
            throw new IOException("o disco está cheio");
        })).hasMessage("o disco está cheio");
        assertThat(arquivo).hasContent("antes");
        assertThat(pasta).isDirectoryNotContaining("glob:**.tmp");
    }
}
