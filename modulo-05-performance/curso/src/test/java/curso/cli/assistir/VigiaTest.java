package curso.cli.assistir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Vigia: nenhum salvamento passa sem aviso")
class VigiaTest {

    @TempDir
    Path pasta;

    private final BlockingQueue<Path> avisos = new LinkedBlockingQueue<>();

    @ParameterizedTest(name = "sondagem: {0}")
    @ValueSource(booleans = {false, true})
    @DisplayName("avisa de escrita no lugar e de renomear por cima, como fazem os editores")
    void avisa_quandoOArquivoMuda(boolean sondagem) throws IOException, InterruptedException {
        var arquivo = Files.writeString(pasta.resolve("A.java"), "um");
        try (var _ = Vigia.de(List.of(pasta), sondagem, avisos::add)) {
            Files.writeString(arquivo, "dois, mais comprido");
            esperarAviso(arquivo);

            var outro = Files.writeString(pasta.resolve(".A.java.novo"), "três, mais comprido ainda");
            Files.move(outro, arquivo, StandardCopyOption.REPLACE_EXISTING);
            esperarAviso(arquivo);
        }
    }

    private void esperarAviso(Path arquivo) throws InterruptedException {
        for (var aviso = avisos.poll(20, TimeUnit.SECONDS); aviso != null; aviso = avisos.poll(20, TimeUnit.SECONDS)) {
            if (aviso.equals(arquivo)) {
                avisos.clear();
                return;
            }
        }
        assertThat(arquivo).as("nenhum aviso chegou em 20 s").isNull();
    }
}
