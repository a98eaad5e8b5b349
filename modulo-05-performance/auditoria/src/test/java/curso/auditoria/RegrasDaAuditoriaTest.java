package curso.auditoria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import curso.auditoria.CursoInteiro.Item;
import curso.bancada.catalogo.Armadilha;
import curso.bancada.correcao.Corretor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Uma conferência que não pode falhar é um defeito: aqui cada regra recebe o erro que ela existe para ver.
@DisplayName("Regras da auditoria: cada uma vê o erro que procura")
class RegrasDaAuditoriaTest {

    @TempDir
    Path pasta;

    @Test
    @DisplayName("a API pública muda quando muda um parâmetro, uma exceção ou um membro de interface")
    void veDiferenca_quandoAApiMuda() throws IOException {
        Set<String> uma = ApiPublica.de(fonte("public final class A { public interface B { int c(); } public void d(long e) {} }"));

        assertThat(ApiPublica.de(fonte("public final class A { public interface B { int c(); } public void d(int e) {} }"))).isNotEqualTo(uma);
        assertThat(ApiPublica.de(fonte("public final class A { public interface B { long c(); } public void d(long e) {} }"))).isNotEqualTo(uma);
        assertThat(ApiPublica.de(fonte("public final class A { public interface B { int c(); } public void d(long e) throws Exception {} }"))).isNotEqualTo(uma);
        assertThat(ApiPublica.de(fonte("public final class A { public interface B { int c(); } public void d(long x) { g(); } void g() {} }")))
                .as("nomes de parâmetros e membros que ninguém vê não contam").isEqualTo(uma);
    }

    @Test
    @DisplayName("duas armadilhas com as mesmas falhas são confundidas, em qualquer ordem")
    void veConfusao_quandoAsFalhasSaoAsMesmas() {
        var armadilhas = List.of(armadilha("a", Set.of("x", "y")), armadilha("b", Set.of("x")), armadilha("c", Set.of("y", "x")));
        assertThat(FormaDosExerciciosTest.confundidas(armadilhas)).containsExactly(List.of("a", "c"));
    }

    @Test
    @DisplayName("um título com cara de nome de pasta, comprido, com ponto no fim ou repetido é visto")
    void veOTitulo_quandoEleNaoServeAoAluno() {
        assertThat(FormaDosExerciciosTest.problemasDosTitulos(List.of(comTitulo("certa", "Lê e só depois grava")))).isEmpty();
        assertThat(FormaDosExerciciosTest.problemasDosTitulos(List.of(comTitulo("pasta", "le-e-grava"),
                comTitulo("comprido", "L" + "ê".repeat(70)), comTitulo("ponto", "Lê e grava."), comTitulo("outra", "Lê e grava."))))
                .hasSize(5);
    }

    @Test
    @DisplayName("um arquivo ou uma âncora que não existe é um link quebrado; código não é link")
    void veLinkQuebrado_quandoODestinoNaoExiste() throws IOException {
        Files.writeString(pasta.resolve("outro.md"), "# Um título com acento");
        Path documento = Files.writeString(pasta.resolve("um.md"), """
                [certo](outro.md) [âncora](outro.md#um-título-com-acento) [fora](https://exemplo.com) `[código](nada.md)`
                [sumiu](sumiu.md) [âncora errada](outro.md#titulo) ![figura](f.svg)
                """);
        assertThat(LigacoesTest.quebrados(documento)).containsExactly("sumiu.md", "outro.md#titulo", "f.svg");
    }

    @Test
    @DisplayName("um bloco de Java sem fonte é visto; um de console não precisa de fonte")
    void veBlocoSolto_quandoOJavaNaoTemFonte() {
        assertThat(TeoriaFielTest.semFonte("```java\nint a;\n```\n```console\n$ x\n```\n```java fonte=A.java#b\nint a;\n```\n"))
                .containsExactly("```java");
    }

    @Test
    @DisplayName("uma dica que traz uma linha da solução, ou um nível a menos, é vista")
    void veADica_quandoElaTrazASolucao() {
        String certa = "## 1\npergunta\n## 2\npágina\n## 3\nquase\n";
        String linha = "return conexao.prepareStatement(SQL, ids.toArray());";
        assertThat(FormaDosExerciciosTest.problemasDasDicas(certa, Set.of(linha))).isEmpty();
        assertThat(FormaDosExerciciosTest.problemasDasDicas(certa + linha, Set.of(linha))).hasSize(1);
        assertThat(FormaDosExerciciosTest.problemasDasDicas("## 1\n## 3\n", Set.of())).hasSize(1);
    }

    @Test
    @DisplayName("a solução disfarçada de armadilha, a armadilha que declara demais e a partida são recusadas")
    void recusaOVeredito_quandoNaoEODeclarado() throws IOException {
        Item item = CursoInteiro.exercicios().getFirst();
        Armadilha de = CursoInteiro.CASA.armadilhas(item.ficha()).getFirst();
        try (var corretor = new Corretor(Corretores.semServicos())) {
            var provas = new ExerciciosProvados(corretor);
            Path solucao = CursoInteiro.CASA.solucao(item.aula(), item.ficha());
            Path partida = CursoInteiro.CASA.partida(item.ficha());
            recusa(provas, item, new Armadilha(de.exercicio(), "disfarce", "Disfarce", de.falha(), "…", solucao));
            recusa(provas, item, new Armadilha(de.exercicio(), "demais", "Demais", Set.of("outroTeste"), "…", de.fonte()));
            recusa(provas, item, new Armadilha(de.exercicio(), "partida", "Partida", de.falha(), "…", partida));
        }
    }

    @Test
    @DisplayName("as opções da longa recusam o que está fora do limite e o exercício que não existe")
    void recusaOpcoes_quandoEstaoForaDoLimite() {
        assertThatThrownBy(() -> new OpcoesDaLonga(0, Set.of(), 0)).hasMessageContaining("de 1 a 1000");
        assertThatThrownBy(() -> new OpcoesDaLonga(1, Set.of(), 65)).hasMessageContaining("de 0 a 64");
        assertThatThrownBy(() -> new OpcoesDaLonga(1, Set.of("99.9"), 0).exigirQueExistam(CursoInteiro.exercicios()))
                .hasMessageContaining("os que existem são");
    }

    @Test
    @DisplayName("o registro da longa conta a divergência e a escreve no resumo")
    void escreveADivergencia_quandoUmVereditoMuda() throws IOException {
        Path resumo = pasta.resolve("resumo.txt");
        var registro = new RegistroDaLonga("um processador", 2, resumo);
        registro.anotar("03.2", "a solução", Duration.ofSeconds(1), null);
        registro.anotar("03.2", "a armadilha x", Duration.ofSeconds(1), new AssertionError("passou onde devia falhar"));
        assertThat(registro.divergencias()).hasSize(1);
        assertThat(Files.readString(resumo)).contains("2 de 2 vereditos", "divergências: 1", "passou onde devia falhar");
    }

    private static void recusa(ExerciciosProvados provas, Item item, Armadilha armadilha) {
        assertThatThrownBy(() -> provas.armadilhaFalhaComoDeclara(item, armadilha)).as(armadilha.nome()).isInstanceOf(AssertionError.class);
    }

    private static Armadilha armadilha(String nome, Set<String> falha) {
        return new Armadilha("99.1", nome, "Título de " + nome, falha, "…", Path.of("A.java"));
    }

    private static Armadilha comTitulo(String nome, String titulo) {
        return new Armadilha("99.1", nome, titulo, Set.of(nome), "…", Path.of("A.java"));
    }

    private Path fonte(String texto) throws IOException {
        return Files.writeString(pasta.resolve("A.java"), texto);
    }
}
