package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Linha de comando dos experimentos")
class ExecutarExperimentosTest {

    private static final String RODA = """
            ambiente.progresso("medindo");
            return Resultado.de(ficha()).tabela(Tabela.de("Contagem", "v", Coluna.de("n", 0)).linha("um", ambiente.curto() ? 1 : 1000))
                .afirmar("É par", false, "1 é ímpar").respostaDoPalpite(4, "vezes").pronto();""";

    @TempDir
    private Path pasta;

    private final ByteArrayOutputStream saida = new ByteArrayOutputStream();
    private final ByteArrayOutputStream erros = new ByteArrayOutputStream();
    private ClassesDeProva classes;

    @BeforeEach
    void compilar() throws Exception {
        classes = new ClassesDeProva(pasta).experimento("aula97_prova", "Roda", "roda", RODA);
    }

    @Test
    @DisplayName("mostra a tela na saída e o progresso na saída de erros; afirmação que não vale não é erro")
    void mostraATela() throws Exception {
        assertThat(executar("--aula", "97")).isZero();
        assertThat(texto(saida)).contains("97 · roda", "1.000", "✘ não vale: É par", "./curso exemplo 97 roda").doesNotContain("medindo");
        assertThat(texto(erros)).contains("roda: cerca de 1 s", "  medindo");
    }

    @Test
    @DisplayName("--curto, --palpite e --json chegam ao experimento, à tela e ao arquivo")
    void opcoesChegam() throws Exception {
        var json = pasta.resolve("r.json");
        assertThat(executar("--aula", "97", "--nome", "roda", "--curto", "--palpite", "2,5", "--json", json.toString())).isZero();
        assertThat(texto(saida)).contains("Execução curta", "Seu palpite: 2,5", "./curso exemplo 97 roda --curto");
        assertThat(ResultadosEmJson.ler(json)).singleElement().returns(true, Resultado::curto)
                .returns("./curso exemplo 97 roda --curto", Resultado::comando);
    }

    @Test
    @DisplayName("experimento que falha: os outros rodam, o JSON traz os que deram certo, o código é 1 e não há pilha")
    void umFalhaEOsOutrosRodam() throws Exception {
        var json = pasta.resolve("r.json");
        classes.experimento("aula97_prova", "Falha", "falha",
                "throw new IllegalStateException(\"o banco caiu\", new java.io.IOException(\"conexão recusada\"));");
        assertThat(executar("--aula", "97", "--json", json.toString())).isEqualTo(1);
        assertThat(texto(erros)).contains("o experimento falha não terminou: o banco caiu; causa: conexão recusada", "--verboso")
                .doesNotContain("\tat ");
        assertThat(texto(saida)).contains("97 · roda");
        assertThat(ResultadosEmJson.ler(json)).hasSize(1);
    }

    @Test
    @DisplayName("--verboso mostra a pilha; um Error também é contado como falha")
    void verbosoMostraAPilha() throws Exception {
        classes.experimento("aula97_prova", "Falha", "falha", "throw new AssertionError(\"conta errada\");");
        assertThat(executar("--aula", "97", "--nome", "falha", "--verboso")).isEqualTo(1);
        assertThat(texto(erros)).contains("não terminou: conta errada", "\tat exemplos.aula97_prova.Falha");
    }

    @Test
    @DisplayName("nome que não existe: código 2 e a lista dos que existem")
    void listaOsNomes_quandoNaoExiste() throws Exception {
        classes.experimento("aula97_prova", "Outro", "outro", RODA);
        assertThat(executar("--aula", "97", "--nome", "rodar")).isEqualTo(2);
        assertThat(texto(erros)).contains("não há experimento «rodar» na aula 97. Há: outro, roda");
    }

    @Test
    @DisplayName("pedido sem sentido: código 2, o motivo e o uso")
    void codigo2_quandoPedidoSemSentido() throws Exception {
        assertThat(executar()).isEqualTo(2);
        assertThat(executar("--aula", "3")).isEqualTo(2);
        assertThat(executar("--aula", "97", "--rapido")).isEqualTo(2);
        assertThat(executar("--aula", "97", "--json")).isEqualTo(2);
        assertThat(executar("--aula", "97", "--palpite", "2")).isEqualTo(2);
        assertThat(executar("--aula", "97", "--nome", "roda", "--palpite", "muito")).isEqualTo(2);
        assertThat(executar("--aula", "97", "--largura", "10")).isEqualTo(2);
        assertThat(executar("--aula", "96")).isEqualTo(2);
        assertThat(texto(erros)).contains("opção «--rapido» desconhecida", "--json pede um valor", "diga qual com --nome",
                "--palpite «muito»", "ao menos 40", "não há experimentos da aula 96", "uso: ExecutarExperimentos");
        assertThat(texto(saida)).isEmpty();
    }

    @Test
    @DisplayName("--listar diz nomes e perguntas sem executar")
    void listaSemExecutar() throws Exception {
        assertThat(executar("--aula", "97", "--listar")).isZero();
        assertThat(texto(saida)).isEqualTo("roda  Pergunta?" + System.lineSeparator());
    }

    private int executar(String... argumentos) throws Exception {
        try (var paraSaida = new PrintStream(saida, true, StandardCharsets.UTF_8);
             var paraErros = new PrintStream(erros, true, StandardCharsets.UTF_8)) {
            return ExecutarExperimentos.executar(argumentos, classes.descobridor(classes.raiz()), paraSaida, paraErros);
        }
    }

    private static String texto(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
