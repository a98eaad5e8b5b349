package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tela do resultado")
class EmTerminalTest {

    private static final Tela TELA = new Tela(60, false, false);

    @Test
    @DisplayName("mostra pergunta, tabelas, barras, afirmações, palpite, nota e máquina")
    void telaInteira() {
        assertThat(EmTerminal.tela(ResultadoDeProva.completo(), TELA, OptionalDouble.of(10))).isEqualTo("""
                03 · conexao-por-requisicao
                Quanto custa abrir uma conexão nova a cada requisição, em
                vez de pegar uma emprestada do pool?

                Vazão com 4 clientes
                variante      ops/s  p99 (ms)
                ────────────  ─────  ────────
                conexão nova    754      6,38
                pool | 4      3.602      1,19
                sem medir         —      0,00

                ops/s
                conexão nova  ████████▍ 754
                pool | 4      ████████████████████████████████████████ 3.602
                sem medir      —

                Tamanho do pool
                conexões  espera (ms)
                ────────  ───────────
                1                70,0
                8                14,0
                64                1,2

                espera (ms)
                1   ███████████████████████████████████████████████████ 70,0
                8   ██████████▎ 14,0
                64  ▉ 1,2

                ✔ vale: O pool atende ao menos 2 vezes mais
                  razão 4,71
                ✘ não vale: O pool atende ao menos 100 vezes mais
                  razão 4,71
                ? inconclusiva: No limite
                  razão 4,71, contra 4,7

                Quantas vezes mais requisições por segundo o pool atende?
                Observado: 4,71 vezes. Seu palpite: 10. O observado é 2,12
                vezes menor.

                → Veja o p99: a espera por uma conexão aparece na cauda
                  antes de aparecer na média.

                Processador de Prova, 2 núcleos, 23,5 GiB, Linux 6.1
                (amd64), JDK 25.0.3 (Prova)
                21/11/2026 14:03 UTC, ./curso exemplo 03
                conexao-por-requisicao
                """);
    }

    @Test
    @DisplayName("com cor, o texto é o mesmo; sem cor, não há sequência nenhuma")
    void corSoAcrescentaSequencias() {
        var comCor = EmTerminal.tela(ResultadoDeProva.completo(), new Tela(60, true, false), OptionalDouble.empty());
        var semCor = EmTerminal.tela(ResultadoDeProva.completo(), TELA, OptionalDouble.empty());
        assertThat(semCor).doesNotContain("\u001b");
        assertThat(comCor).contains("\u001b[32m✔\u001b[0m", "\u001b[31m✘\u001b[0m", "\u001b[33m?\u001b[0m");
        assertThat(comCor.replaceAll("\u001b\\[\\d+m", "").lines().map(String::stripTrailing)).containsExactlyElementsOf(semCor.lines().toList());
    }

    @Test
    @DisplayName("em ASCII, os desenhos são só ASCII")
    void desenhosEmAscii() {
        var tela = EmTerminal.tela(ResultadoDeProva.completo(), TELA.emAscii(), OptionalDouble.empty());
        assertThat(tela).contains("########", "[ok]", "[x]", "[?]", "-> ").doesNotContainPattern("[█▏─✔✘→·]");
    }

    @Test
    @DisplayName("nenhuma linha passa da largura, larga ou estreita")
    void cabeNaLargura() {
        for (int largura : new int[] {40, 60, 80, 120, 200}) {
            assertThat(EmTerminal.tela(ResultadoDeProva.completo(), TELA.comLargura(largura), OptionalDouble.of(3)).lines())
                    .allSatisfy(l -> assertThat(Texto.largura(l)).as(l).isLessThanOrEqualTo(largura));
        }
    }

    @Test
    @DisplayName("a tabela que não cabe parte os cabeçalhos e corta os nomes")
    void tabelaEstreita() {
        var tabela = Tabela.de("T", "variante", Coluna.de("conexões abertas", 0), Coluna.de("p99 da espera (ms)", 1))
                .linha("uma conexão nova por requisição", 12345, 1.5);
        assertThat(new TabelaEmTexto(tabela, TELA.comLargura(40)).linhas()).containsExactly(
                "                 conexões  p99 da espera",
                "variante          abertas           (ms)",
                "───────────────  ────────  ─────────────",
                "uma conexão no…    12.345            1,5");
    }

    @Test
    @DisplayName("se cortados dois nomes ficariam iguais, cada um ganha a sua linha")
    void daUmaLinhaAoNome_quandoCortadosSeConfundem() {
        var colunas = new Coluna[] {Coluna.de("vazão (req/s)", 0), Coluna.de("p99 (ms)", 1)};
        var longos = Tabela.de("Dois sistemas", "sistema", colunas)
                .linha("PostgreSQL, escrita em lote, nginx", 8_237, 22.6).linha("PostgreSQL, escrita em lote, balanceador Java", 6_238, 33.4);
        assertThat(new TabelaEmTexto(longos, new Tela(80, false, false)).linhas()).anyMatch(l -> l.startsWith("PostgreSQL, escrita em lote, nginx  "));
        var estreita = new TabelaEmTexto(longos, new Tela(44, false, false)).linhas();
        assertThat(estreita).contains("PostgreSQL, escrita em lote, nginx").anyMatch(l -> l.matches(" +8\\.237 +22,6"));
    }

    @Test
    @DisplayName("a execução curta diz que não serve para comparar, e o que não existe não aparece")
    void execucaoCurta() {
        assertThat(EmTerminal.tela(ResultadoDeProva.semResposta(), TELA, OptionalDouble.of(3)))
                .contains("Execução curta").doesNotContain("Observado", "palpite", "✔");
    }

    @Test
    @DisplayName("o palpite é confrontado em vezes, para mais, para menos ou muito perto")
    void confrontaOPalpite() {
        var observado = new Resultado.Resposta(4, "vezes");
        assertThat(Palpite.frase(ResultadoDeProva.FICHA, observado, OptionalDouble.of(2))).endsWith("O observado é 2 vezes maior.");
        assertThat(Palpite.frase(ResultadoDeProva.FICHA, observado, OptionalDouble.of(40))).endsWith("O observado é 10 vezes menor.");
        assertThat(Palpite.frase(ResultadoDeProva.FICHA, observado, OptionalDouble.of(4.5))).endsWith("Muito perto.");
        assertThat(Palpite.frase(ResultadoDeProva.FICHA, observado, OptionalDouble.of(0))).endsWith("Não é isso.");
        assertThat(Palpite.frase(ResultadoDeProva.FICHA, new Resultado.Resposta(0, "erros"), OptionalDouble.of(0))).endsWith("Na mosca.");
    }

    @Test
    @DisplayName("a largura vem de COLUMNS, com 80 se faltar ou não for número e 40 no mínimo")
    void larguraDoAmbiente() {
        assertThat(Tela.larguraDoAmbiente("132")).isEqualTo(132);
        assertThat(Tela.larguraDoAmbiente(null)).isEqualTo(80);
        assertThat(Tela.larguraDoAmbiente("muitas")).isEqualTo(80);
        assertThat(Tela.larguraDoAmbiente("7")).isEqualTo(40);
    }
}
