package curso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Curso: os comandos, do começo ao fim, sobre um curso de uma aula")
class CursoTest {

    @TempDir
    Path raiz;

    private CursoDeMentira curso;

    @BeforeEach
    void criar() throws IOException {
        curso = CursoDeMentira.em(raiz);
    }

    @Test
    @DisplayName("o mapa mostra a aula, o exercício e o próximo passo")
    void mostraOMapa() {
        var mapa = curso.rodar("mapa");
        assertThat(mapa.codigo()).isZero();
        assertThat(mapa.saida()).contains("03  Pool de conexões", "0 de 1 exercício", "03.1", "./curso aula 03");
        assertThat(curso.rodar("mapa", "--json").saida()).contains("\"comando\" : \"./curso aula 03\"");
    }

    @Test
    @DisplayName("a aula abre, e lê-la muda o próximo passo")
    void abreAAula_eAnota() {
        assertThat(curso.rodar("aula", "pool").saida()).contains("Pool de conexões\n", "O problema", "./curso exemplo 03");
        assertThat(curso.rodar("mapa").saida()).contains("./curso exemplo 03");
    }

    @Test
    @DisplayName("a fazer, errado e certo: o veredito, a armadilha, o código de saída e o progresso")
    void corrige_doComecoAoFim() throws IOException {
        var aFazer = curso.rodar("testar", "03.1");
        assertThat(aFazer.codigo()).isEqualTo(1);
        assertThat(aFazer.saida()).contains("a fazer", "○ devolve vazio quando a lista é vazia");

        curso.escreverComo(CursoDeMentira.ARMADILHA);
        var errado = curso.rodar("testar", "03");
        assertThat(errado.codigo()).isEqualTo(1);
        assertThat(errado.saida()).contains("1 de 2 passaram", "✗ devolve vazio", "Causa provável", "Armadilha: Inventa um preço");
        assertThat(curso.rodar("testar", "--json").saida())
                .contains("\"nome\" : \"inventa-um-preco\"", "\"titulo\" : \"Inventa um preço\"");

        assertThat(curso.rodar("solucao", "03.1").codigo()).isEqualTo(1);

        curso.escreverComo(CursoDeMentira.SOLUCAO);
        var certo = curso.rodar("testar", "--json");
        assertThat(certo.codigo()).isZero();
        assertThat(certo.saida()).contains("\"situacao\" : \"PASSOU\"", "\"armadilha\" : null");
        assertThat(curso.rodar("mapa").saida()).contains("1 de 1 exercício", "●");
        assertThat(curso.rodar("solucao", "03.1").saida()).contains("igual à do curso");
    }

    @Test
    @DisplayName("código que não compila diz a linha e o que houve, em português")
    void explicaOErro_quandoNaoCompila() throws IOException {
        var arquivo = curso.arquivo(CursoDeMentira.EXERCICIO);
        Files.writeString(arquivo, Files.readString(arquivo).replace("OptionalLong.empty()", "nada()"));
        var resposta = curso.rodar("testar", "03.1");
        assertThat(resposta.codigo()).isEqualTo(1);
        assertThat(resposta.saida()).contains("não compila", "MenorPreco.java:", "nada()", "^");
    }

    @Test
    @DisplayName("cada pedido de dica mostra um nível a mais, e a última se repete")
    void daUmaDicaAMais_aCadaVez() {
        for (var esperado : new String[] {"Dica 1 de 3", "Dica 2 de 3", "Dica 3 de 3", "Dica 3 de 3"}) {
            assertThat(curso.rodar("dica", "03.1").saida()).contains(esperado);
        }
        assertThat(curso.rodar("dica", "03.1", "--desde-o-inicio").saida()).contains("Dica 1 de 3");
    }

    @Test
    @DisplayName("reiniciar devolve a partida, guarda a cópia e, sem terminal, só com --sim")
    void reinicia_eGuardaACopia() throws IOException {
        var partida = Files.readString(curso.arquivo(CursoDeMentira.EXERCICIO));
        curso.escreverComo(CursoDeMentira.ARMADILHA);

        assertThat(curso.rodar("reiniciar", "03.1").codigo()).isEqualTo(2);
        assertThat(curso.arquivo(CursoDeMentira.EXERCICIO)).hasContent(Files.readString(curso.arquivo(CursoDeMentira.ARMADILHA)));

        assertThat(curso.rodar("reiniciar", "03.1", "--sim").codigo()).isZero();
        assertThat(curso.arquivo(CursoDeMentira.EXERCICIO)).hasContent(partida);
        try (var copias = Files.list(raiz.resolve(".curso/copias/03.1"))) {
            assertThat(copias).singleElement().satisfies(c -> assertThat(c).hasContent(Files.readString(curso.arquivo(CursoDeMentira.ARMADILHA))));
        }
        assertThat(curso.rodar("reiniciar", "03.1", "--sim").saida()).contains("já está no começo");
    }

    @Test
    @DisplayName("reiniciar traz de volta um arquivo apagado")
    void reinicia_quandoOArquivoFoiApagado() throws IOException {
        Files.delete(curso.arquivo(CursoDeMentira.EXERCICIO));
        assertThat(curso.rodar("testar", "03.1").erros()).contains("./curso reiniciar 03.1");
        assertThat(curso.rodar("reiniciar", "03.1", "--sim").codigo()).isZero();
        assertThat(curso.arquivo(CursoDeMentira.EXERCICIO)).exists();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"mapinha", "--nada", "aula", "aula 99", "aula 03 demais", "exemplo 99", "exemplo 03", "benchmark 03",
            "testar 03.7", "testar 99", "assistir", "assistir 99", "dica", "dica 03.9", "solucao 03.9", "reiniciar 9.1",
            "medir 99", "medir --curto --referencia", "completar fish", "nova-aula 3 x", "nova-aula 03 outra", "nova-aula 04 Maiúscula"})
    @DisplayName("pedido errado: código 2, duas linhas, nenhuma pilha; --verboso a mostra")
    void recusaSemPilha_quandoOPedidoNaoFazSentido(String pedido) {
        var resposta = curso.rodar(pedido.split(" "));
        assertThat(resposta.codigo()).isEqualTo(2);
        assertThat(resposta.erros()).startsWith("✗ ").doesNotContain("Exception", "\tat ");
        assertThat(resposta.erros().strip().lines().count()).as("diz também o próximo passo").isGreaterThanOrEqualTo(2);
        assertThat(curso.rodar((pedido + " --verboso").split(" ")).erros()).contains("\tat curso.cli");
    }

    @Test
    @DisplayName("o que falta vem com um exemplo")
    void dizOQueFalta_comExemplo() {
        assertThat(curso.rodar("dica").erros()).startsWith("✗ Falta dizer EXERCICIO. Número do exercício: 03.1.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"aula 03,aula", "mapa,mapa", "mapa --json,json", "dica 03.1,dica"})
    @DisplayName("quem lê fecha o cano: o comando termina calado, com 0")
    void terminaCalado_quandoOCanoFecha(String pedido) {
        var resposta = curso.rodar(new CanoFechado(), pedido.split(" "));
        assertThat(resposta.codigo()).isZero();
        assertThat(resposta.erros()).isEmpty();
    }

    @Test
    @DisplayName("uma teoria estragada diz o arquivo e o que fazer")
    void explica_quandoOCabecalhoEstaErrado() throws IOException {
        Files.writeString(raiz.resolve("teoria/03-pool.md"), "---\nnumero: 3\n---\n");
        var resposta = curso.rodar("mapa");
        assertThat(resposta.codigo()).isEqualTo(2);
        assertThat(resposta.erros()).contains("03-pool.md", "git checkout").doesNotContain("\tat ");
    }

    @Test
    @DisplayName("uma opção dita duas vezes é recusada em português")
    void recusa_quandoAOpcaoSeRepete() {
        var resposta = curso.rodar("testar", "--json", "--json", "03.1");
        assertThat(resposta.codigo()).isEqualTo(2);
        assertThat(resposta.erros()).contains("A opção --json só vale uma vez.");
    }

    @Test
    @DisplayName("a ajuda é em português e existe para cada comando")
    void ajuda_emPortugues() {
        var geral = curso.rodar("--ajuda");
        assertThat(geral.codigo()).isZero();
        assertThat(geral.saida()).contains("Uso:", "Comandos", "assistir").doesNotContain("treinar", "Usage", "Options");
        assertThat(curso.rodar("ajuda", "testar").saida()).contains("Argumentos", "EXERCICIO", "--json");
        var semEsse = curso.rodar("ajuda", "banana");
        assertThat(semEsse.codigo()).isEqualTo(2);
        assertThat(semEsse.erros()).contains("banana");
    }

    @Test
    @DisplayName("uma aula nova não toma o nome de outra")
    void recusaAulaNova_quandoONomeJaExiste() {
        var repetida = curso.rodar("nova-aula", "04", "pool");
        assertThat(repetida.codigo()).isEqualTo(2);
        assertThat(repetida.erros()).contains("«pool»", "03");
        assertThat(raiz.resolve("teoria/04-pool.md")).doesNotExist();
    }

    @Test
    @DisplayName("o script de completar conhece comandos, aulas e exercícios")
    void completa_comandosAulasEExercicios() {
        assertThat(curso.rodar("completar", "bash").saida()).contains("testar) opcoes='03.1 ", "aula) opcoes='03 ", "complete -F _curso");
        assertThat(curso.rodar("completar", "zsh").saida()).contains("bashcompinit").doesNotContain("treinar");
    }

    /// Um cano cujo leitor já foi embora.
    private static final class CanoFechado extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
