package curso.bancada.correcao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@DisplayName("O veredito no Maven: uma linha por exercício, no fim")
class VereditoNoMavenTest {

    @Test
    @DisplayName("o que a máquina impediu é «interrompido», com o passo dela e não com a dica do exercício")
    void dizInterrompido_quandoAMaquinaImpede() {
        assertThat(veredito(CaiNoMeio.class)).contains("✘ 99.1  interrompido", "caiu durante o teste", "Próximo passo: rode de novo")
                .doesNotContain("testes passam", "curso dica");
    }

    @Test
    @DisplayName("o exercício cuja classe falhou antes do primeiro teste também tem a sua linha")
    void dizInterrompido_quandoFalhaAntesDoPrimeiroTeste() {
        assertThat(veredito(CaiAntes.class)).contains("✘ 99.2  interrompido", "caiu durante o teste");
    }

    @Test
    @DisplayName("uma mensagem longa cabe em 80 colunas")
    void quebraEntrePalavras() {
        assertThat(veredito(CaiNoMeio.class).lines()).allSatisfy(linha -> assertThat(linha.length()).isLessThanOrEqualTo(80));
    }

    private static String veredito(Class<?> classe) {
        var soEste = LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false).build();
        var ouvinte = new VereditoNoMaven();
        LauncherFactory.create(soEste).execute(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(classe)).build(), ouvinte);
        return ouvinte.texto();
    }

    @TesteDeExercicio("99.1")
    static final class CaiNoMeio {
        @Test
        void passa() {}

        @Test
        void cai() {
            throw FalhaDoAluno.bancoCaiu(new IllegalStateException("Connection refused"));
        }
    }

    @TesteDeExercicio("99.2")
    static final class CaiAntes {
        @BeforeAll
        static void abrir() {
            throw FalhaDoAluno.bancoCaiu(null);
        }

        @Test
        void naoRoda() {}
    }
}
