package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Trechos da teoria citados das fontes")
class TrechosDaTeoriaTest {

    private static final String EM_DIA = """
            Texto.

            ```java fonte=src/A.java#um
            int um = 1;
            ```

            - numa lista:

              ```java fonte=src/A.java#dois
              int dois() {

                  return 2;
              }
              ```

            ```console
            $ ./curso
            ```

            ````text
            ```java fonte=nao/existe.java#x
            ```
            ````
            """;

    @TempDir
    private Path raiz;

    private TrechosDaTeoria trechos;

    @BeforeEach
    void escreverFonte() throws Exception {
        Files.createDirectories(raiz.resolve("src"));
        Files.writeString(raiz.resolve("src/A.java"), """
                class A {
                    // @start region=um
                    int um = 1;
                    // @end region=um

                    // @start region=dois
                    int dois() {

                        return 2;
                    }
                    // @end region=dois
                }
                """);
        trechos = new TrechosDaTeoria(raiz);
    }

    @Test
    @DisplayName("acha só as cercas que citam uma fonte, sem entrar em outras cercas, e tira o recuo da lista")
    void achaTrechos() {
        assertThat(trechos.de(EM_DIA)).containsExactly(
                new TrechosDaTeoria.Trecho(3, "src/A.java#um", List.of("int um = 1;")),
                new TrechosDaTeoria.Trecho(9, "src/A.java#dois", List.of("int dois() {", "", "    return 2;", "}")));
    }

    @Test
    @DisplayName("texto igual às fontes não tem divergência e não muda ao sincronizar")
    void nadaAFazer_quandoEmDia() {
        assertThat(trechos.divergencias(EM_DIA)).isEmpty();
        assertThat(trechos.sincronizado(EM_DIA)).isEqualTo(EM_DIA);
    }

    @Test
    @DisplayName("diz a linha, a fonte e a primeira diferença; sincronizar conserta, com o recuo da lista")
    void dizEConserta() {
        var velho = EM_DIA.replace("int um = 1;", "int um = 11;").replace("      return 2;\n", "");
        assertThat(trechos.divergencias(velho)).containsExactly(
                "linha 3: o trecho não é igual a src/A.java#um: na linha 1 do trecho há «int um = 11;» e a fonte diz «int um = 1;»",
                "linha 9: o trecho não é igual a src/A.java#dois: na linha 3 do trecho há «}» e a fonte diz «    return 2;»");
        assertThat(trechos.sincronizado(velho)).isEqualTo(EM_DIA);
    }

    @Test
    @DisplayName("um bloco vazio é preenchido")
    void preencheBlocoVazio() {
        assertThat(trechos.sincronizado("```java fonte=src/A.java#um\n```\nfim"))
                .isEqualTo("```java fonte=src/A.java#um\nint um = 1;\n```\nfim");
    }

    @Test
    @DisplayName("sem região, cita o arquivo inteiro sem os marcadores")
    void arquivoInteiro() {
        assertThat(trechos.sincronizado("```java fonte=src/A.java\n```")).contains("class A {\n    int um = 1;\n\n    int dois()");
    }

    @Test
    @DisplayName("fonte ou região que não existe, ou fora do repositório, é divergência com a linha e erro ao sincronizar")
    void dizOQueNaoExiste() {
        assertThat(trechos.divergencias("```java fonte=src/B.java#um\n```")).singleElement().asString()
                .startsWith("linha 1: a fonte src/B.java não existe");
        assertThat(trechos.divergencias("x\n```java fonte=src/A.java#tres\n```")).singleElement().asString()
                .startsWith("linha 2: src/A.java não tem a região «tres»");
        assertThat(trechos.divergencias("```java fonte=../A.java\n```")).singleElement().asString().contains("sai do repositório");
        assertThatThrownBy(() -> trechos.sincronizado("```java fonte=src/B.java#um\n```")).isInstanceOf(MedicaoInvalida.class);
    }
}
