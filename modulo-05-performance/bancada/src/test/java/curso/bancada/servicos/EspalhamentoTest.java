package curso.bancada.servicos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Espalhamento: as pastas de dados não ficam todas na mesma região do disco")
class EspalhamentoTest {

    @TempDir
    private Path temporaria;

    @Test
    @DisplayName("num ext4, a raiz dos dados nasce com a marca T")
    void marcaARaiz_quandoOSistemaEExt() throws Exception {
        assumeThat(Files.getFileStore(temporaria).type()).startsWith("ext");

        try (PastaDeDados pasta = PastaDeDados.nova(temporaria, "postgres")) {
            assertThat(marcas(pasta.caminho().getParent())).contains("T");
        }
    }

    @Test
    @DisplayName("onde a marca não pode ser posta, nada falha")
    void naoFalha_quandoNaoPode() {
        Espalhamento.pedir(temporaria.resolve("nao-existe"));

        assertThat(temporaria).isEmptyDirectory();
    }

    private static String marcas(Path pasta) throws IOException, InterruptedException {
        Process lsattr;
        try {
            lsattr = new ProcessBuilder("lsattr", "-d", pasta.toString()).start();
        } catch (IOException e) {
            return abort("esta máquina não tem lsattr, nem chattr");
        }
        String saida = new String(lsattr.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeThat(lsattr.waitFor()).isZero();
        return saida.split(" ")[0];
    }
}
