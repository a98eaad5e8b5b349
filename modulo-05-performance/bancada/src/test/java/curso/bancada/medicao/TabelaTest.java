package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tabela de números medidos")
class TabelaTest {

    private static final Tabela VAZIA = Tabela.de("Vazão", "variante", Coluna.de("ops/s", 0), Coluna.de("p99 (ms)", 1));

    @Test
    @DisplayName("cada passo devolve outra tabela e deixa a primeira como estava")
    void eImutavel() {
        var comLinha = VAZIA.linha("com pool", 12345, 3.2);
        assertThat(VAZIA.linhas()).isEmpty();
        assertThat(comLinha.valores("p99 (ms)")).containsExactly(3.2);
    }

    @Test
    @DisplayName("recusa linha com números a mais ou a menos, e diz qual")
    void recusaLinhaDeOutroTamanho() {
        assertThatThrownBy(() -> VAZIA.linha("com pool", 1)).hasMessage(
                "a linha «com pool» da tabela «Vazão» tem 1 números; há 2 colunas");
    }

    @Test
    @DisplayName("recusa gráfico de coluna que não existe, e diz as que existem")
    void recusaColunaInexistente() {
        assertThatThrownBy(() -> VAZIA.barras("p99")).hasMessage(
                "a tabela «Vazão» não tem a coluna «p99»; tem [ops/s, p99 (ms)]");
    }

    @Test
    @DisplayName("a unidade e o nome saem do cabeçalho")
    void separaUnidadeDoNome() {
        assertThat(Coluna.de("p99 (ms)", 1)).returns("ms", Coluna::unidade).returns("p99", Coluna::nome);
        assertThat(Coluna.de("ops/s", 0)).returns("ops/s", Coluna::unidade).returns("ops/s", Coluna::nome);
        assertThat(Coluna.de("(ms)", 0)).returns("ms", Coluna::unidade);
    }

    @Test
    @DisplayName("numa curva, o rótulo começa por um número escrito em português")
    void leAAbscissa() {
        assertThat(Tabela.abscissa("64")).isEqualTo(64);
        assertThat(Tabela.abscissa("0,5 ms")).isEqualTo(0.5);
        assertThat(Tabela.abscissa("10.000 páginas")).isEqualTo(10_000);
        assertThatThrownBy(() -> VAZIA.linha("com pool", 1, 2).curva("ops/s")).hasMessageContaining("rótulo «com pool»");
    }

    @Test
    @DisplayName("colunas desenhadas na mesma unidade dividem a escala")
    void escalaPorUnidade() {
        var tabela = Tabela.de("T", "v", Coluna.de("p50 (ms)", 1), Coluna.de("p99 (ms)", 1), Coluna.de("ops/s", 0))
                .linha("a", 1, 9, 500).linha("b", Double.NaN, 7, 300).barras("p50 (ms)", "p99 (ms)", "ops/s");
        assertThat(tabela.maximoDaUnidade("p50 (ms)")).isEqualTo(9);
        assertThat(tabela.maximoDaUnidade("ops/s")).isEqualTo(500);
    }
}
