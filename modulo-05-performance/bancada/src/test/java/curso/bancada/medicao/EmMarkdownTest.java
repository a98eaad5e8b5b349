package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Bloco de Markdown da teoria")
class EmMarkdownTest {

    @Test
    @DisplayName("traz tabelas, figuras com texto alternativo, afirmações, notas e a legenda que permite repetir")
    void blocoInteiro() {
        assertThat(EmMarkdown.bloco(ResultadoDeProva.completo())).isEqualTo("""
                **Vazão com 4 clientes**

                | variante | ops/s | p99 (ms) |
                |---|---:|---:|
                | conexão nova | 754 | 6,38 |
                | pool \\| 4 | 3.602 | 1,19 |
                | sem medir | — | 0,00 |

                ![ops/s: conexão nova, 754; pool | 4, 3.602; sem medir, —](figuras/medicoes/03-conexao-por-requisicao-1.svg)

                **Tamanho do pool**

                | conexões | espera (ms) |
                |---|---:|
                | 1 | 70,0 |
                | 8 | 14,0 |
                | 64 | 1,2 |

                ![espera (ms): 1, 70,0; 8, 14,0; 64, 1,2](figuras/medicoes/03-conexao-por-requisicao-2.svg)

                - ✔ **vale**: O pool atende ao menos 2 vezes mais. Visto: razão 4,71
                - ✘ **não vale**: O pool atende ao menos 100 vezes mais. Visto: razão 4,71
                - ? **inconclusiva**: No limite. Visto: razão 4,71, contra 4,7
                - → Veja o p99: a espera por uma conexão aparece na cauda antes de aparecer na média.

                *Medido em 21/11/2026 14:03 UTC: Processador de Prova, 2 núcleos, 23,5 GiB, Linux 6.1 (amd64), JDK 25.0.3 (Prova). Para repetir:* `./curso exemplo 03 conexao-por-requisicao`""");
    }

    @Test
    @DisplayName("sinais que o Markdown leria como marcação são escapados, menos entre crases")
    void escapaSinais() {
        var tabela = Tabela.de("SELECT * e `SELECT *`", "v", Coluna.de("n", 0)).linha("List<Long>", 1).linha("`a<b`", 2);
        var bloco = EmMarkdown.bloco(Resultado.de(ResultadoDeProva.FICHA).tabela(tabela).pronto());
        assertThat(bloco).contains("**SELECT \\* e `SELECT *`**", "| List\\<Long> | 1 |", "| `a<b` | 2 |");
    }
}
