package curso.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Texto: mede e arruma em colunas")
class TextoTest {

    private static final String VERDE = "\u001b[32mcerto\u001b[0m";

    @Test
    @DisplayName("acentos ocupam uma coluna, ideogramas duas e sequências ANSI nenhuma")
    void contaColunas_quandoHaAcentosCoresEIdeogramas() {
        assertThat(Texto.largura("ação")).isEqualTo(4);
        assertThat(Texto.largura("a\u0301")).isEqualTo(1);
        assertThat(Texto.largura("日本")).isEqualTo(4);
        assertThat(Texto.largura(VERDE)).isEqualTo(5);
    }

    @Test
    @DisplayName("cortar conserva inteiras as sequências ANSI")
    void naoParteSequencia_quandoCorta() {
        assertThat(Texto.cortar(VERDE, 3)).isEqualTo("\u001b[32mcer");
        assertThat(Texto.cortar(VERDE, 5)).isEqualTo(VERDE);
    }

    @Test
    @DisplayName("encurtar avisa com reticências e cabe no espaço")
    void cabeComReticencias_quandoEncurta() {
        assertThat(Texto.encurtar("Pool de conexões", 8)).isEqualTo("Pool de…");
        assertThat(Texto.encurtar("Pool", 8)).isEqualTo("Pool");
    }

    @Test
    @DisplayName("quebra entre palavras, respeita as quebras do texto e deixa inteira a palavra maior que a linha")
    void quebraEntrePalavras_quandoNaoCabe() {
        assertThat(Texto.quebrar("um dois três", 7)).containsExactly("um dois", "três");
        assertThat(Texto.quebrar("um\ndois", 80)).containsExactly("um", "dois");
        assertThat(Texto.quebrar("a inconstitucionalidade b", 5)).containsExactly("a", "inconstitucionalidade", "b");
    }

    @Test
    @DisplayName("alinha pelo que se vê, não pelos bytes")
    void alinha_quandoHaCor() {
        assertThat(Texto.largura(Texto.aEsquerda(VERDE, 8))).isEqualTo(8);
        assertThat(Texto.aDireita("é", 3)).isEqualTo("  é");
    }
}
