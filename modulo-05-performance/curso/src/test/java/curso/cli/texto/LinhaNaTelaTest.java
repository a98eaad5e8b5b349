package curso.cli.texto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Uma linha de diferença, na tela")
class LinhaNaTelaTest {

    @Test
    @DisplayName("a que cabe fica como veio")
    void ficaInteira_quandoCabe() {
        assertThat(LinhaNaTela.quebrar("+    int total = 1;", 40)).containsExactly("+    int total = 1;");
    }

    @Test
    @DisplayName("a que não cabe se parte entre palavras, com o sinal e um recuo maior")
    void repeteOSinal_quandoParte() {
        assertThat(LinhaNaTela.quebrar("+    private static Usuario usuario(ResultSet linhas) throws SQLException {", 40)).containsExactly(
                "+    private static Usuario",
                "+            usuario(ResultSet linhas)",
                "+            throws SQLException {");
    }

    @Test
    @DisplayName("um comentário continua comentário")
    void continuaComentario_quandoParte() {
        assertThat(LinhaNaTela.quebrar("-/// Guarda e busca usuários, com conexões emprestadas.", 40)).containsExactly(
                "-/// Guarda e busca usuários, com",
                "-/// conexões emprestadas.");
    }

    @Test
    @DisplayName("o nome do arquivo perde o começo, e nada passa da tela")
    void encurtaOCaminho() {
        assertThat(LinhaNaTela.quebrar("+++ solucoes/src/main/java/exercicios/aula03_pool/RepositorioDeUsuarios.java", 40))
                .singleElement().asString().startsWith("+++ …").endsWith("RepositorioDeUsuarios.java").hasSizeLessThanOrEqualTo(40);
        assertThat(LinhaNaTela.quebrar("+                    linhas.getString(\"nome\"),linhas.getString(\"email\"),linhas.getLong(\"id\")", 40))
                .allSatisfy(linha -> assertThat(linha.length()).isLessThanOrEqualTo(40));
    }
}
