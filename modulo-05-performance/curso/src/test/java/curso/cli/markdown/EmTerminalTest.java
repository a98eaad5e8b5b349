package curso.cli.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import curso.cli.terminal.Pincel;
import curso.cli.terminal.Texto;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("EmTerminal: o Markdown da teoria em linhas de terminal")
class EmTerminalTest {

    private static final String DOCUMENTO = """
            ---
            numero: "03"
            ---
            # Pool de conexões

            Uma conexão custa **caro**: veja o [HikariCP](https://exemplo.org/hikari) e a [aula 01](01-threads.md#pool).
            De novo o [HikariCP](https://exemplo.org/hikari), e `getConnection()`.

            ![O caminho do pedido](figuras/03-caminho.svg)

            ```java fonte=exemplos/src/main/java/X.java#abrir
            // abre
            try (var c = ds.getConnection()) { return c.createStatement().executeQuery("SELECT 1 FROM uma_tabela_comprida"); }
            ```

            | Variante | ops/s | Observação |
            |---|---:|---|
            | com pool | 12.345 | reaproveita a conexão que outro pedido acabou de devolver, sem falar com o servidor |
            | sem | 31 | |

            1. primeiro
            2. segundo, comprido o bastante para precisar de uma segunda linha numa tela estreita
               - dentro

            > Sempre devolva.

            <!-- medicao: x -->
            <!-- fim da medicao -->

            ```mermaid
            sequenceDiagram
              accTitle: Dois pedidos disputam uma conexão
              A->>B: oi
            ```

            Por quê?

            <details><summary>Resposta</summary>

            O pool **esvazia**.

            </details>

            E depois?

            <details><summary>Resposta</summary>Nada muda.</details>
            """;

    private static List<String> linhas(int largura) {
        return EmTerminal.linhas(DOCUMENTO, "teoria", largura, new Pincel(false));
    }

    private static String texto() {
        return String.join("\n", linhas(80));
    }

    @Test
    @DisplayName("o cabeçalho YAML, os comentários e as marcas somem")
    void tiraAsMarcas_quandoDesenha() {
        assertThat(texto()).startsWith("Pool de conexões\n━━━").doesNotContain("numero:", "medicao", "**", "<details", "```");
    }

    @Test
    @DisplayName("os links viram notas no fim, uma por endereço, com o caminho a partir da raiz")
    void listaLinksNoFim_umaNotaPorEndereco() {
        assertThat(texto()).contains("HikariCP[1] e a aula 01[2]. De novo o\nHikariCP[1],",
                "[1] https://exemplo.org/hikari\n[2] teoria/01-threads.md#pool");
    }

    @Test
    @DisplayName("figuras e diagramas são ditos por palavras, com o caminho do arquivo")
    void dizAFigura_quandoHaImagemOuDiagrama() {
        assertThat(texto()).contains("[figura: O caminho do pedido — teoria/figuras/03-caminho.svg]",
                "[diagrama: Dois pedidos disputam uma conexão");
    }

    @Test
    @DisplayName("as respostas esperam no fim, na ordem das perguntas")
    void escondeAsRespostas_ateOFim() {
        var linhas = linhas(80);
        int respostas = linhas.indexOf("Respostas");
        assertThat(respostas).isGreaterThan(linhas.indexOf("E depois?"));
        assertThat(linhas.subList(respostas, linhas.size())).contains("1. O pool esvazia.", "2. Nada muda.");
        assertThat(linhas.subList(0, respostas)).noneMatch(l -> l.contains("esvazia"));
    }

    @Test
    @DisplayName("a tabela alinha números à direita e quebra a célula que não cabe")
    void alinhaATabela_quandoHaNumeros() {
        assertThat(linhas(60)).contains("Variante   ops/s  Observação", "sem           31");
        assertThat(linhas(60)).filteredOn(l -> l.startsWith("com pool  12.345  ")).hasSize(1);
    }

    @Test
    @DisplayName("uma palavra comprida não empurra as outras colunas: encolhe quem pode quebrar")
    void naoEstreitaAlemDaPalavra_quandoHaOndeQuebrar() {
        var tabela = """
                | Parâmetro | O que limita, e por que alguém o mudaria |
                |---|---|
                | `idle_in_transaction_session_timeout` | quanto uma transação aberta pode ficar parada |
                """;
        assertThat(EmTerminal.linhas(tabela, "teoria", 60, new Pincel(false))).contains("idle_in_transaction_session_timeout  quanto uma transação")
                .allSatisfy(l -> assertThat(Texto.largura(l)).as(l).isLessThanOrEqualTo(60));
    }

    @Test
    @DisplayName("o código mostra de onde veio e não perde um caractere ao ser partido")
    void conservaOCodigo_quandoALinhaNaoCabe() {
        var codigo = linhas(50).stream().filter(l -> l.startsWith("│")).map(l -> l.replaceFirst("│ ?(  ↳ )?", "")).toList();
        assertThat(texto()).contains("╭ exemplos/src/main/java/X.java#abrir");
        assertThat(String.join("", codigo).replace(" ", "")).isEqualTo(("// abre"
                + "try (var c = ds.getConnection()) { return c.createStatement().executeQuery(\"SELECT 1 FROM uma_tabela_comprida\"); }").replace(" ", ""));
    }

    @ParameterizedTest(name = "{0} colunas")
    @ValueSource(ints = {40, 58, 77, 98})
    @DisplayName("nenhuma linha passa da largura")
    void cabeNaLargura_emQualquerTela(int largura) {
        assertThat(linhas(largura)).allSatisfy(l -> assertThat(Texto.largura(l)).as(l).isLessThanOrEqualTo(largura));
    }

    @Test
    @DisplayName("com cores, o texto é o mesmo")
    void naoMudaOTexto_quandoHaCores() {
        var comCores = EmTerminal.linhas(DOCUMENTO, "teoria", 80, new Pincel(true));
        assertThat(comCores.stream().map(Texto::semAnsi)).isEqualTo(linhas(80));
        assertThat(String.join("", comCores)).contains("\u001b[34mtry\u001b[0m");
    }
}
