package curso.bancada.correcao;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.correcao.CompilacoesEmDisco.Guardada;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Compilações em disco: o que uma JVM de correção compilou serve à próxima")
class CompilacoesEmDiscoTest {

    private static final Guardada CLASSES = new Guardada(Map.of("p.Conta", bytes("do aluno", 5_000)),
            Map.of("p.ContaTest", bytes("do teste", 9_000), "p.Apoio$1", bytes("do apoio", 100)));

    @TempDir
    Path pasta;
    private CompilacoesEmDisco emDisco;

    @BeforeEach
    void abrir() {
        emDisco = new CompilacoesEmDisco(Optional.of(pasta.resolve("compilacoes")));
    }

    @Test
    @DisplayName("o que se guardou volta igual; o que ninguém guardou não se acha")
    void devolveOQueGuardou() {
        emDisco.guardar("chave", CLASSES);

        Guardada lida = emDisco.ler("chave").orElseThrow();
        assertThat(lida.doAluno()).containsOnlyKeys("p.Conta");
        assertThat(lida.doAluno().get("p.Conta")).isEqualTo(CLASSES.doAluno().get("p.Conta"));
        assertThat(lida.outras()).containsOnlyKeys("p.ContaTest", "p.Apoio$1");
        assertThat(lida.outras().get("p.ContaTest")).isEqualTo(CLASSES.outras().get("p.ContaTest"));
        assertThat(emDisco.ler("outra")).isEmpty();
    }

    @Test
    @DisplayName("um arquivo cortado em qualquer ponto, ou com um byte trocado, não serve")
    void naoLeOEstragado() throws IOException {
        emDisco.guardar("chave", CLASSES);
        Path arquivo = pasta.resolve("compilacoes/chave");
        byte[] certo = Files.readAllBytes(arquivo);
        int oFim = new String(certo, StandardCharsets.ISO_8859_1).indexOf("fim");
        for (int tamanho = 0; tamanho < oFim; tamanho++) {
            Files.write(arquivo, Arrays.copyOf(certo, tamanho));
            assertThat(emDisco.ler("chave")).as("cortado em %d de %d bytes", tamanho, certo.length).isEmpty();
        }
        for (int i = 60; i < 90; i++) {
            byte[] trocado = certo.clone();
            trocado[i] ^= 0x55;
            Files.write(arquivo, trocado);
            assertThat(emDisco.ler("chave")).as("byte %d trocado", i).isEmpty();
        }
    }

    @Test
    @DisplayName("sem pasta, com a de cima apagada ou com um arquivo no lugar dela, nada se guarda e nada falha")
    void naoFalha_quandoNaoHaOndeGuardar() throws IOException {
        new CompilacoesEmDisco(Optional.empty()).guardar("chave", CLASSES);
        Path apagada = pasta.resolve("construcao-apagada/compilacoes");
        new CompilacoesEmDisco(Optional.of(apagada)).guardar("chave", CLASSES);
        assertThat(apagada.getParent()).doesNotExist();

        Path arquivo = Files.writeString(pasta.resolve("compilacoes"), "um arquivo");
        emDisco.guardar("chave", CLASSES);
        assertThat(emDisco.ler("chave")).isEmpty();
        assertThat(arquivo).hasContent("um arquivo");
    }

    @Test
    @DisplayName("as mais velhas saem: a pasta não cresce sem fim")
    void esqueceAsMaisVelhas() throws IOException {
        CompilacoesEmDisco comOito = new CompilacoesEmDisco(Optional.of(pasta.resolve("compilacoes")), 8);
        for (int i = 0; i < 12; i++) {
            comOito.guardar("chave-" + i, CLASSES);
        }
        try (Stream<Path> arquivos = Files.list(pasta.resolve("compilacoes"))) {
            assertThat(arquivos).hasSize(8);
        }
        assertThat(emDisco.ler("chave-11")).isPresent();
    }

    @Test
    @DisplayName("outra JVM usa os testes guardados e só compila o arquivo do aluno; se a API dele mudou, compila tudo")
    void aproveitaODisco() throws IOException {
        List<Path> fontes = fontes();
        try (Compilador compilador = new Compilador()) {
            var primeira = new CompilacaoAproveitada(compilador, emDisco).compilar(fontes);
            byte[] marcada = bytes("compilada por outra JVM", 10);
            emDisco.guardar(chaveDosTestes(), new Guardada(primeira.classesDe(fontes.getFirst()), Map.of("p.ContaTest", marcada)));
            conta("1 + 1");

            assertThat(new CompilacaoAproveitada(compilador, emDisco).compilar(fontes).classes().get("p.ContaTest")).isEqualTo(marcada);
            Files.writeString(fontes.getFirst(), "package p; public class Conta { public long ver() { return 1; } }");
            assertThat(new CompilacaoAproveitada(compilador, emDisco).compilar(fontes).erros()).isNotEmpty();
        }
    }

    @Test
    @DisplayName("o arquivo do aluno que outra JVM compilou com estes testes não se compila de novo; o que mudou, sim")
    void aproveitaOArquivoDoAluno() throws IOException {
        List<Path> fontes = fontes();
        try (Compilador compilador = new Compilador()) {
            byte[] um = new CompilacaoAproveitada(compilador, emDisco).compilar(fontes).classes().get("p.Conta");
            conta("2");
            byte[] dois = new CompilacaoAproveitada(compilador, emDisco).compilar(fontes).classes().get("p.Conta");
            assertThat(dois).isNotEqualTo(um);

            // Quem acha o 1 guardado no lugar do 2 não compilou.
            emDisco.guardar(CompilacaoAproveitada.chaveDoAluno(fontes.getFirst(), chaveDosTestes()), new Guardada(Map.of("p.Conta", um), Map.of()));
            assertThat(new CompilacaoAproveitada(compilador, emDisco).compilar(fontes).classes().get("p.Conta")).isEqualTo(um);
            conta("3");
            assertThat(new CompilacaoAproveitada(compilador, emDisco).compilar(fontes).classes().get("p.Conta")).isNotIn(um, dois);
        }
    }

    @Test
    @DisplayName("o que se adianta é o que a correção acha, em qualquer pasta que o arquivo do aluno esteja; o que não compila fica de fora")
    void adianta() throws IOException {
        List<Path> fontes = fontes();
        Path compilacoes = pasta.resolve("compilacoes");
        Path errado = Files.writeString(Files.createDirectory(pasta.resolve("outra")).resolve("Conta.java"), "package p; class");

        CompilacoesAdiantadas.fazer(compilacoes, List.of(new Pedido("99.1", fontes, "p.ContaTest"),
                new Pedido("99.1", List.of(errado, fontes.getLast()), "p.ContaTest")));

        assertThat(guardadas("")).hasSize(2);
        Path copia = Files.copy(fontes.getFirst(), errado, StandardCopyOption.REPLACE_EXISTING);
        assertThat(guardadas(CompilacaoAproveitada.DO_ALUNO)).containsExactly(CompilacaoAproveitada.chaveDoAluno(copia, chaveDosTestes()));
    }

    private List<Path> fontes() throws IOException {
        return List.of(conta("1"),
                Files.writeString(pasta.resolve("ContaTest.java"), "package p; class ContaTest { int v = new Conta().ver(); }"));
    }

    private Path conta(String valor) throws IOException {
        return Files.writeString(pasta.resolve("Conta.java"), "package p; public class Conta { public int ver() { return " + valor + "; } }");
    }

    private String chaveDosTestes() throws IOException {
        return guardadas("").stream().filter(nome -> !nome.startsWith(CompilacaoAproveitada.DO_ALUNO)).reduce((a, b) -> {
            throw new AssertionError("devia haver um arquivo só: " + a + ", " + b);
        }).orElseThrow();
    }

    private List<String> guardadas(String comeco) throws IOException {
        try (Stream<Path> arquivos = Files.list(pasta.resolve("compilacoes"))) {
            return arquivos.map(a -> a.getFileName().toString()).filter(nome -> nome.startsWith(comeco)).toList();
        }
    }

    private static byte[] bytes(String texto, int vezes) {
        return texto.repeat(vezes).getBytes();
    }
}
