package curso.cli.mapa;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.catalogo.Aula;
import curso.bancada.catalogo.Catalogo;
import curso.bancada.catalogo.FichaDeExercicio;
import curso.bancada.correcao.Situacao;
import curso.cli.progresso.Progresso;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ProximoPasso: o que fazer agora")
class ProximoPassoTest {

    private static final Catalogo CATALOGO = new Catalogo(List.of(aula("01", "threads"), aula("03", "pool")));

    private static Aula aula(String numero, String slug) {
        return new Aula(numero, slug, slug, 30, List.of(), List.of(), List.of(),
                List.of(new FichaDeExercicio(numero + ".1", "Um", "Primeiro", 20), new FichaDeExercicio(numero + ".2", "Dois", "Segundo", 20)),
                List.of("custo"), List.of());
    }

    private static String passo(Progresso progresso) {
        return ProximoPasso.de(CATALOGO, progresso).comando();
    }

    private static Progresso corrigido(Progresso p, String exercicio, Situacao situacao, String quando) {
        return p.comExercicio(exercicio, a -> a.corrigido(situacao, quando));
    }

    @Test
    @DisplayName("na ordem: ler, ver medido, resolver")
    void segueAOrdemDaAula() {
        var p = Progresso.vazio();
        assertThat(passo(p)).isEqualTo("./curso aula 01");
        p = p.comAulaLida("01", "2026-01-01T00:00:00Z");
        assertThat(passo(p)).isEqualTo("./curso exemplo 01");
        p = p.comPalpite("01/custo", new Progresso.Palpite(null, 2, "vezes", false, "2026-01-01T00:00:00Z"));
        assertThat(passo(p)).isEqualTo("./curso assistir 01.1");
        p = corrigido(p, "01.1", Situacao.PASSOU, "2026-01-02T00:00:00Z");
        assertThat(passo(p)).isEqualTo("./curso assistir 01.2");
        p = corrigido(p, "01.2", Situacao.PASSOU, "2026-01-02T00:00:00Z");
        assertThat(passo(p)).isEqualTo("./curso aula 03");
    }

    @Test
    @DisplayName("o exercício começado há menos tempo vem antes de tudo")
    void voltaAoComecado_quandoHaUm() {
        var p = corrigido(Progresso.vazio(), "01.1", Situacao.FALHOU, "2026-01-01T00:00:00Z");
        p = corrigido(p, "03.2", Situacao.NAO_COMPILA, "2026-01-02T00:00:00Z");
        assertThat(passo(p)).isEqualTo("./curso assistir 03.2");
    }

    @Test
    @DisplayName("quem resolve um exercício segue na mesma aula, mesmo com outra por fazer antes")
    void segueNaAulaEmCurso_quandoResolveUm() {
        var p = corrigido(Progresso.vazio(), "03.1", Situacao.PASSOU, "2026-01-01T00:00:00Z");
        assertThat(passo(p)).isEqualTo("./curso assistir 03.2");
        p = corrigido(p, "03.2", Situacao.PASSOU, "2026-01-02T00:00:00Z");
        assertThat(passo(p)).isEqualTo("./curso aula 01");
    }

    @Test
    @DisplayName("quem já passou não perde isso ao mexer de novo")
    void continuaPassado_quandoFalhaDepois() {
        var p = corrigido(Progresso.vazio(), "01.1", Situacao.PASSOU, "2026-01-01T00:00:00Z");
        p = corrigido(p, "01.1", Situacao.FALHOU, "2026-01-02T00:00:00Z");
        assertThat(p.exercicio("01.1").passou()).isTrue();
        assertThat(passo(p)).isEqualTo("./curso assistir 01.2");
    }

    @Test
    @DisplayName("com tudo resolvido, manda medir")
    void mandaMedir_quandoTudoPassou() {
        var p = Progresso.vazio();
        for (var e : CATALOGO.exercicios()) {
            p = corrigido(p, e.numero(), Situacao.PASSOU, "2026-01-01T00:00:00Z");
        }
        assertThat(passo(p)).isEqualTo("./curso medir");
    }
}
