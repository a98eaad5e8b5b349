package curso.bancada.catalogo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Catálogo: o mapa do curso sai dos cabeçalhos da teoria")
class CatalogoTest {

    private static final String AULA = """
            ---
            numero: "07"
            slug: transacoes
            titulo: Transações
            minutos: 30
            objetivos: [entender ACID]
            pre-requisitos: ["03"]
            fora-de-escopo: []
            exercicios:
              - {numero: "07.1", classe: SaldoComLimite, titulo: Saldo com limite, minutos: 20}
            experimentos: [quatro-estrategias]
            benchmarks: []
            ---
            # Transações
            """;

    @TempDir
    Path raiz;
    private Casa casa;

    @BeforeEach
    void montar() throws IOException {
        casa = new Casa(raiz);
        Files.createDirectories(raiz.resolve("teoria"));
    }

    private void escrever(String caminho, String texto) throws IOException {
        Path arquivo = raiz.resolve(caminho);
        Files.createDirectories(arquivo.getParent());
        Files.writeString(arquivo, texto);
    }

    @Test
    @DisplayName("lê a aula, acha por número curto e soma os minutos")
    void leAula_quandoOCabecalhoEstaCerto() throws IOException {
        escrever("teoria/07-transacoes.md", AULA);
        Catalogo catalogo = Catalogo.ler(casa);
        assertThat(catalogo.aula("7")).hasValueSatisfying(a -> {
            assertThat(a.pacote()).isEqualTo("aula07_transacoes");
            assertThat(a.minutosNoTotal()).isEqualTo(50);
        });
        assertThat(catalogo.exercicio("7.1")).hasValueSatisfying(e -> assertThat(e.classe()).isEqualTo("SaldoComLimite"));
        assertThat(catalogo.exercicio("07.9")).isEmpty();
    }

    @Test
    @DisplayName("um campo desconhecido é erro com o nome do arquivo")
    void recusa_quandoHaCampoDesconhecido() throws IOException {
        escrever("teoria/07-transacoes.md", AULA.replace("minutos: 30", "minuto: 30"));
        assertThatThrownBy(() -> Catalogo.ler(casa))
                .isInstanceOf(CatalogoInvalido.class).hasMessageContaining("07-transacoes.md").hasMessageContaining("minuto");
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("um campo fora da regra é erro com o nome do arquivo e a regra:")
    @CsvSource(delimiter = '|', value = {
            "numero: \"07\"          | numero: \"7\"        | esperado um texto com dois algarismos",
            "slug: transacoes        | slug: Transações     | esperadas só letras minúsculas sem acento",
            "titulo: Transações      | titulo: \"\"          | aula 07: título e minutos são obrigatórios",
            "minutos: 30             | minutos: 0           | aula 07: título e minutos são obrigatórios",
            "minutos: 30             | minutos: meia hora   | meia hora",
            "numero: \"07.1\"        | numero: \"7.1\"      | o número de um exercício é como 03.1",
            "numero: \"07.1\"        | numero: \"08.1\"     | o exercício 08.1 não é da aula 07",
            "classe: SaldoComLimite  | classe: saldo        | esperado o nome simples de uma classe",
            "titulo: Saldo com limite| titulo: \"\"          | exercício 07.1: título e minutos são obrigatórios",
            "minutos: 20             | minutos: 0           | exercício 07.1: título e minutos são obrigatórios"})
    void recusa_quandoUmCampoEstaForaDaRegra(String certo, String errado, String regra) throws IOException {
        escrever("teoria/07-transacoes.md", AULA.replace(certo, errado));
        assertThatThrownBy(() -> Catalogo.ler(casa))
                .isInstanceOf(CatalogoInvalido.class).hasMessageContaining("07-transacoes.md").hasMessageContaining(regra);
    }

    @ParameterizedTest(name = "sem «{0}»")
    @DisplayName("um cabeçalho que não abre ou não fecha é erro com o nome do arquivo")
    @ValueSource(strings = {"---\nnumero", "---\n#"})
    void recusa_quandoNaoHaCabecalho(String marca) throws IOException {
        escrever("teoria/07-transacoes.md", AULA.replace(marca, marca.substring(4)));
        assertThatThrownBy(() -> Catalogo.ler(casa)).isInstanceOf(CatalogoInvalido.class).hasMessageContaining("07-transacoes.md");
    }

    @Test
    @DisplayName("o nome do arquivo e o cabeçalho precisam concordar")
    void recusa_quandoONomeDoArquivoDifere() throws IOException {
        escrever("teoria/08-transacoes.md", AULA);
        assertThatThrownBy(() -> Catalogo.ler(casa)).isInstanceOf(CatalogoInvalido.class).hasMessageContaining("07-transacoes");
    }

    @Test
    @DisplayName("lê a armadilha com o título, as falhas declaradas e a explicação")
    void leArmadilha_quandoTemFonteEDescricao() throws IOException {
        FichaDeExercicio ficha = comArmadilha("---\ntitulo: Lê e grava\nfalha: [b, a]\n---\nDuas leituras veem o mesmo saldo.\n");
        assertThat(casa.armadilhas(ficha)).singleElement().satisfies(a -> {
            assertThat(a.nome()).isEqualTo("le-e-grava");
            assertThat(a.titulo()).isEqualTo("Lê e grava");
            assertThat(a.combinaCom(Set.of("a", "b"))).isTrue();
            assertThat(a.combinaCom(Set.of("a"))).isFalse();
            assertThat(a.explicacao()).isEqualTo("Duas leituras veem o mesmo saldo.");
        });
    }

    @Test
    @DisplayName("a armadilha sem título é recusada, com o nome do arquivo e o campo que falta")
    void recusaArmadilha_quandoNaoTemTitulo() throws IOException {
        for (String titulo : new String[] {"", "titulo:\n", "titulo: \"  \"\n"}) {
            FichaDeExercicio ficha = comArmadilha("---\n" + titulo + "falha: [a]\n---\nDuas leituras veem o mesmo saldo.\n");
            assertThatThrownBy(() -> casa.armadilhas(ficha)).as("cabeçalho com «%s»", titulo)
                    .isInstanceOf(CatalogoInvalido.class).hasMessageEndingWith("armadilha.md: falta o nome que o aluno lê, em «titulo»");
        }
    }

    @Test
    @DisplayName("a mensagem diz tudo o que falta na armadilha de uma vez")
    void dizTudoOQueFalta_quandoAArmadilhaEstaVazia() throws IOException {
        FichaDeExercicio ficha = comArmadilha("---\nfalha: []\n---\n");
        assertThatThrownBy(() -> casa.armadilhas(ficha)).isInstanceOf(CatalogoInvalido.class)
                .hasMessageContainingAll("«titulo»", "«falha»", "a explicação");
    }

    private FichaDeExercicio comArmadilha(String descricao) throws IOException {
        escrever("teoria/07-transacoes.md", AULA);
        escrever("solucoes/armadilhas/07.1/le-e-grava/SaldoComLimite.java", "class SaldoComLimite {}");
        escrever("solucoes/armadilhas/07.1/le-e-grava/armadilha.md", descricao);
        return Catalogo.ler(casa).exercicio("07.1").orElseThrow();
    }

    @Test
    @DisplayName("os apoios da aula entram na correção; os outros testes, não")
    void compilaSoOApoio_quandoHaOutrosTestes() throws IOException {
        escrever("teoria/07-transacoes.md", AULA);
        escrever("exercicios/src/test/java/exercicios/aula07_transacoes/SaldoComLimiteTest.java", "");
        escrever("exercicios/src/test/java/exercicios/aula07_transacoes/OutroTest.java", "");
        escrever("exercicios/src/test/java/exercicios/aula07_transacoes/Contas.java", "");
        Aula aula = Catalogo.ler(casa).aula("07").orElseThrow();
        FichaDeExercicio ficha = aula.exercicios().getFirst();
        assertThat(casa.fontesDaCorrecao(aula, ficha, casa.exercicio(aula, ficha)))
                .extracting(p -> p.getFileName().toString())
                .containsExactly("SaldoComLimite.java", "SaldoComLimiteTest.java", "Contas.java");
    }
}
