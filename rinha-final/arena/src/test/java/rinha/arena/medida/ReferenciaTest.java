package rinha.arena.medida;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rinha.arena.sistema.Oficina;

@DisplayName("A jornada no README é a que foi medida")
class ReferenciaTest {

    @Test
    @DisplayName("A tabela do README é igual a medicoes/jornada.json")
    void readmeIgualAMedicao() throws IOException {
        assertThat(Referencia.em(Oficina.raizDoCurso()).divergencias())
                .as("o README e a medição não combinam; refaça com ./curso rinha jornada --referencia").isEmpty();
    }
}
