package curso.auditoria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import curso.auditoria.Corretores.Processadores;
import curso.auditoria.CursoInteiro.Item;
import curso.bancada.catalogo.Armadilha;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Exercícios: a partida, a solução e as armadilhas têm o veredito declarado")
class ExerciciosTest {

    private static final int ARMADILHAS_POR_EXERCICIO = 3;
    private static final int REPETICOES_DA_LONGA = 20;

    private static Corretores corretores;
    private static ExerciciosProvados provas;

    @TempDir
    static Path pasta;

    @BeforeAll
    static void abrir() {
        corretores = new Corretores();
        provas = new ExerciciosProvados(corretores);
    }

    @AfterAll
    static void fechar() {
        corretores.close();
    }

    @Test
    @DisplayName("há aulas e exercícios a provar")
    void haOQueProvar() {
        assertThat(CursoInteiro.exercicios()).isNotEmpty();
    }

    @TestFactory
    @DisplayName("cada exercício, em todos os processadores e em um só")
    Stream<DynamicNode> cadaExercicio() {
        return CursoInteiro.exercicios().stream()
                .map(item -> dynamicContainer(item.nome(), provasDe(item, 1)));
    }

    @Tag("longa")
    @TestFactory
    @DisplayName("nenhum veredito muda em vinte repetições")
    Stream<DynamicNode> nenhumVereditoMuda() {
        return CursoInteiro.exercicios().stream()
                .map(item -> dynamicContainer(item.nome() + " × " + REPETICOES_DA_LONGA, provasDe(item, REPETICOES_DA_LONGA)));
    }

    private static List<DynamicNode> provasDe(Item item, int vezes) {
        List<DynamicNode> testes = new ArrayList<>();
        List<Armadilha> armadilhas = CursoInteiro.CASA.armadilhas(item.ficha());
        testes.add(dynamicTest("tem ao menos " + ARMADILHAS_POR_EXERCICIO + " armadilhas",
                () -> assertThat(armadilhas).hasSizeGreaterThanOrEqualTo(ARMADILHAS_POR_EXERCICIO)));
        testes.add(dynamicTest("a partida fica «a fazer»", () -> provas.partidaFicaAFazer(item)));
        testes.add(dynamicTest("a partida sem a marca falha", () -> provas.partidaSemAMarcaFalha(item, pasta)));
        for (Processadores onde : Processadores.values()) {
            testes.add(dynamicTest("a solução passa, processadores: " + onde,
                    () -> repetir(vezes, () -> provas.solucaoPassa(item, onde))));
            for (Armadilha armadilha : armadilhas) {
                testes.add(dynamicTest("«" + armadilha.nome() + "» falha como declara, processadores: " + onde,
                        () -> repetir(vezes, () -> provas.armadilhaFalhaComoDeclara(item, armadilha, onde))));
            }
        }
        return testes;
    }

    private static void repetir(int vezes, Runnable prova) {
        for (int i = 0; i < vezes; i++) {
            prova.run();
        }
    }
}
