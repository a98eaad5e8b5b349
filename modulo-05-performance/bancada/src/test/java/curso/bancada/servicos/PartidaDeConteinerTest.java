package curso.bancada.servicos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

class PartidaDeConteinerTest {
    @Test
    @DisplayName("A imagem do Ryuk que trazemos antes é a que este Testcontainers usa")
    void conheceAImagemDoRyuk() throws Exception {
        try (var classe = DockerClientFactory.class.getResourceAsStream("/org/testcontainers/utility/RyukContainer.class")) {
            assertThat(new String(classe.readAllBytes(), StandardCharsets.ISO_8859_1)).contains(PartidaDeConteiner.RYUK);
        }
    }
}
