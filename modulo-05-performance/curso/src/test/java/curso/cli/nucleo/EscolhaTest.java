package curso.cli.nucleo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import curso.bancada.catalogo.Aula;
import curso.bancada.catalogo.Catalogo;
import curso.bancada.catalogo.FichaDeExercicio;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Escolha: acha a aula e o exercício que se quis dizer")
class EscolhaTest {

    private static final Catalogo CATALOGO = new Catalogo(List.of(
            aula("01", "threads", "BuscadorDePrecos", "SomadorDePrimos"), aula("03", "pool", "RepositorioDeUsuarios")));

    private static Aula aula(String numero, String slug, String... classes) {
        var exercicios = java.util.stream.IntStream.range(0, classes.length)
                .mapToObj(i -> new FichaDeExercicio(numero + "." + (i + 1), classes[i], "Título", 20)).toList();
        return new Aula(numero, slug, slug, 30, List.of(), List.of(), List.of(), exercicios, List.of(), List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"03", "3", "pool", "POOL", "03-pool", "03-pool.md", "aula03", "aula 03", "aula03_pool", "03.1"})
    @DisplayName("uma aula tem muitos nomes")
    void achaAAula(String pedido) {
        assertThat(Escolha.aula(CATALOGO, pedido).numero()).isEqualTo("03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01.2", "1.2", "SomadorDePrimos", "somadordeprimos", "SomadorDePrimos.java"})
    @DisplayName("um exercício também")
    void achaOExercicio(String pedido) {
        assertThat(Escolha.exercicio(CATALOGO, pedido).numero()).isEqualTo("01.2");
    }

    @Test
    @DisplayName("uma aula vale pelos exercícios dela; nada vale por todos")
    void achaVarios_quandoSePedeAulaOuNada() {
        assertThat(Escolha.exercicios(CATALOGO, "01")).extracting(Escolha.Exercicio::numero).containsExactly("01.1", "01.2");
        assertThat(Escolha.exercicios(CATALOGO, null)).hasSize(3);
        assertThat(Escolha.exercicios(CATALOGO, "01.1")).hasSize(1);
    }

    @Test
    @DisplayName("a recusa diz o que há e o mais parecido")
    void recusaComSugestao_quandoNaoHa() {
        recusa(() -> Escolha.aula(CATALOGO, "7"), "«7»", "01 threads, 03 pool");
        recusa(() -> Escolha.aula(CATALOGO, "4"), "«4»", "03?");
        recusa(() -> Escolha.aula(CATALOGO, "03.9"), "«03.9» na aula 03", "03.1");
        recusa(() -> Escolha.aula(CATALOGO, "pol"), "«pol»", "pool?");
        recusa(() -> Escolha.exercicios(CATALOGO, "01.7"), "«01.7» na aula 01", "01.1, 01.2", "01.2?");
        recusa(() -> Escolha.exercicio(CATALOGO, "09.1"), "aula «09»", "01 threads, 03 pool");
        recusa(() -> Escolha.exercicios(CATALOGO, "3.1.1"), "«3.1.1» na aula 03", "03.1");
        recusa(() -> Escolha.aula(CATALOGO, "3.1.1"), "«3.1.1» na aula 03", "03.1");
        recusa(() -> Escolha.exercicios(CATALOGO, "99999999999"), "«99999999999»");
        recusa(() -> Escolha.exercicio(CATALOGO, "01"), "«01» é uma aula", "01.1, 01.2.");
        recusa(() -> Escolha.exercicio(CATALOGO, "pool"), "«pool» é uma aula", "03.1.");
        recusa(() -> Escolha.exercicios(CATALOGO, "BuscadorDePreco"), "exercício «BuscadorDePreco»", "BuscadorDePrecos?");
    }

    @Test
    @DisplayName("um número longe de todos não ganha sugestão")
    void naoSugere_quandoONumeroEstaLonge() {
        assertThatThrownBy(() -> Escolha.aula(CATALOGO, "99")).isInstanceOfSatisfying(Recusa.class,
                r -> assertThat(r.proximoPasso()).doesNotContain("Você quis dizer"));
    }

    private static void recusa(org.assertj.core.api.ThrowableAssert.ThrowingCallable pedido, String... pedacos) {
        assertThatThrownBy(pedido).isInstanceOfSatisfying(Recusa.class, r -> {
            assertThat(r.codigo()).isEqualTo(Codigo.MAU_USO);
            assertThat(r.getMessage() + " " + r.proximoPasso()).contains(pedacos);
        });
    }
}
