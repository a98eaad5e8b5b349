package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Região de um arquivo-fonte")
class RegiaoDeCodigoTest {

    private static final String CODIGO = """
            class Pool {
                // @start region=fora

                void fora() {
                    antes();
                    // @start region=dentro
                    meio();

                      recuada();
                    // @end region=dentro
                    depois();   \s
                }

                // @end region=fora
            }
            -- @start region=consulta
            SELECT 1
            -- @end
            """;

    @Test
    @DisplayName("vem sem o recuo comum, sem linhas em branco nas pontas e sem os marcadores de dentro")
    void semRecuoNemMarcadores() {
        assertThat(RegiaoDeCodigo.extrair(CODIGO, "fora", "Pool.java")).containsExactly(
                "void fora() {", "    antes();", "    meio();", "", "      recuada();", "    depois();", "}");
    }

    @Test
    @DisplayName("a região de dentro sai sozinha, com o recuo relativo")
    void regiaoDeDentro() {
        assertThat(RegiaoDeCodigo.extrair(CODIGO, "dentro", "Pool.java")).containsExactly("meio();", "", "  recuada();");
    }

    @Test
    @DisplayName("um @end sem nome fecha a região mais interna, e o comentário pode ser de SQL")
    void fimSemNome() {
        assertThat(RegiaoDeCodigo.extrair(CODIGO, "consulta", "x.sql")).containsExactly("SELECT 1");
    }

    @Test
    @DisplayName("o arquivo inteiro vem sem os marcadores")
    void arquivoInteiro() {
        assertThat(RegiaoDeCodigo.tudo(CODIGO)).contains("SELECT 1", "class Pool {").noneMatch(l -> l.contains("@start"));
    }

    @Test
    @DisplayName("região que não existe: a mensagem diz como marcá-la")
    void recusaRegiaoInexistente() {
        assertThatThrownBy(() -> RegiaoDeCodigo.extrair(CODIGO, "outra", "Pool.java")).isInstanceOf(MedicaoInvalida.class)
                .hasMessage("Pool.java não tem a região «outra»; marque-a com // @start region=outra e // @end region=outra");
    }

    @Test
    @DisplayName("marcadores que não casam são recusados com a linha")
    void recusaMarcadoresQueNaoCasam() {
        recusa("// @start region=a\nx", "linha 2: a região «a» não fecha");
        recusa("// @start region=a\n// @end region=a\n// @start region=a\n// @end", "linha 3: a região «a» aparece duas vezes");
        recusa("// @start region=a\n// @start region=b\n// @end region=a\n// @end region=b", "linha 3: @end de «a», mas a região aberta é «b»");
        recusa("// @end region=a", "linha 1: @end sem @start antes");
        recusa("// @start\n// @end", "linha 1: @start sem nome");
    }

    private static void recusa(String codigo, String mensagem) {
        assertThatThrownBy(() -> RegiaoDeCodigo.extrair(codigo, "a", "A.java")).as(codigo)
                .isInstanceOf(MedicaoInvalida.class).hasMessageStartingWith("A.java, " + mensagem);
    }
}
