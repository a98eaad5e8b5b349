package rinha.avaliador;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Que cada defeito é mesmo acusado pelo que declara, quem prova é [DefeitosTest].
@DisplayName("O catálogo e os defeitos plantados")
final class DefeitosDoCatalogoTest {

    private static final Set<String> ACUSAM = Stream.of(Defeito.values()).flatMap(d -> d.acusam().stream()).collect(Collectors.toSet());

    @Test
    @DisplayName("toda regra tem ao menos um defeito plantado que ela acusa: uma regra sem prova pode não achar nada, e ninguém saberia")
    void cadaRegraTemUmDefeito() {
        assertThat(Avaliador.regras()).filteredOn(r -> !ACUSAM.contains(r.numero())).as("regras sem defeito: plante um em Defeito, e declare-as nele").isEmpty();
    }

    @Test
    @DisplayName("todo defeito declara regras que existem")
    void cadaDefeitoDeclaraRegras() {
        assertThat(Defeito.values()).allSatisfy(d -> assertThat(d.acusam()).isNotEmpty());
        assertThat(Avaliador.regras().stream().map(Regra::numero)).containsAll(ACUSAM);
    }
}
