package curso.bancada.correcao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Compilação aproveitada: só o arquivo do aluno, enquanto o resto não teria outro resultado")
class CompilacaoAproveitadaTest {

    private static final String CLASSE_DE_TESTE = "p.ContaTest";
    private static final String CONTA = """
            package p;
            import java.util.*;
            public class Conta {
                public static final int TETO = 10;
                private int saldo;
                public record Saldo(int valor, String moeda) {}
                public enum Tipo { CREDITO, DEBITO }
                public interface Regra { default boolean vale() { return true; } }
                static class Livro { List<String> linhas() { return List.of(); } }
                public int ver(int a) { return a + saldo; }
                public Number limite() { return TETO; }
            }
            """;
    private static final String TESTE = """
            package p;
            class ContaTest extends Apoio {
                static final int VISTO = Conta.TETO;
                Object ver() { return new Conta().ver(1) + new Conta.Saldo(1, "R$").valor() + new Conta.Livro().linhas().size(); }
                Conta.Regra regra() { return new Conta.Regra() {}; }
            }
            """;

    private static Compilador compilador;

    private final CompilacaoAproveitada compilacao = new CompilacaoAproveitada(compilador, new CompilacoesEmDisco(Optional.empty()));
    private byte[] testeDeAntes;

    @TempDir
    Path pasta;

    @BeforeEach
    void compilarUmaVez() throws IOException {
        gravar("Conta", CONTA);
        gravar("ContaTest", TESTE);
        gravar("Apoio", "package p; class Apoio { int dobro(int x) { return 2 * x; } }");
        Compilador.Compilacao primeira = compilar();
        assertThat(primeira.erros()).isEmpty();
        testeDeAntes = primeira.classes().get(CLASSE_DE_TESTE);
    }

    @BeforeAll
    static void abrir() {
        compilador = new Compilador();
    }

    @AfterAll
    static void fechar() {
        compilador.close();
    }

    @ParameterizedTest(name = "«{0}» vira «{1}»")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            return a + saldo;       | return a - saldo;
            private int saldo;      | private int saldo; private static void nova() {}
            public int ver          | public synchronized int ver
            return a + saldo;       | class Local { int x; } return new Local().x + new Object() { int y; }.y;
            return a + saldo;       | Runnable r = () -> System.out.println(a); r.run(); return 0;
            """)
    @DisplayName("o que os testes não veem não os recompila")
    void aproveita(String de, String para) throws IOException {
        trocar(de, para);

        Compilador.Compilacao nova = compilar();

        assertThat(nova.erros()).isEmpty();
        assertThat(nova.classes().get(CLASSE_DE_TESTE)).isSameAs(testeDeAntes);
        iguais(nova, inteira());
    }

    @ParameterizedTest(name = "«{0}» vira «{1}»")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            TETO = 10               | TETO = 11
            static final int TETO   | static final long TETO
            int ver(int a)          | int ver(int a) throws Exception
            int ver(int a)          | long ver(int a)
            int ver(int a)          | int ver(int... x) { return 0; } public int ver(int a)
            public int ver          | private int ver
            Number limite()         | Integer limite()
            Saldo(int valor, String moeda) | Saldo(String moeda, int valor)
            CREDITO, DEBITO         | CREDITO
            default boolean vale() { return true; } | boolean vale();
            List<String> linhas() { return List.of(); } | List<Integer> linhas() { return List.of(); }
            static class Livro      | private static class Livro
            static class Livro      | class Livro
            public class Conta      | public final class Conta
            public class Conta      | public abstract class Conta
            public class Conta      | public class Conta implements Runnable { public void run() {} } class Outra
            public class Conta      | class Apoio {} public class Conta
            package p;              | package q;
            return a + saldo;       | return a +;
            """)
    @DisplayName("o que eles veem dá o mesmo que compilar tudo de uma vez")
    void recompila(String de, String para) throws IOException {
        trocar(de, para);

        Compilador.Compilacao nova = compilar();
        Compilador.Compilacao inteira = inteira();

        assertThat(nova.classes().get(CLASSE_DE_TESTE)).isNotSameAs(testeDeAntes);
        assertThat(nova.erros()).isEqualTo(inteira.erros());
        iguais(nova, inteira);
    }

    @Test
    @DisplayName("um teste ou um apoio que muda é recompilado")
    void recompilaOTesteQueMudou() throws IOException {
        gravar("Apoio", "package p; class Apoio { int triplo(int x) { return 3 * x; } }");

        assertThat(compilar().classes().get("p.Apoio")).isEqualTo(inteira().classes().get("p.Apoio"));
    }

    @Test
    @DisplayName("depois de um erro e do conserto, o que se guardou ainda serve")
    void aproveitaDepoisDoErro() throws IOException {
        trocar("return a + saldo;", "return a +;");
        assertThat(compilar().certa()).isFalse();
        gravar("Conta", CONTA);

        assertThat(compilar().classes().get(CLASSE_DE_TESTE)).isSameAs(testeDeAntes);
    }

    private static void iguais(Compilador.Compilacao vista, Compilador.Compilacao inteira) {
        assertThat(vista.classes()).containsOnlyKeys(inteira.classes().keySet());
        inteira.classes().forEach((nome, bytes) -> assertThat(vista.classes().get(nome)).as(nome).isEqualTo(bytes));
    }

    private void trocar(String de, String para) throws IOException {
        assertThat(CONTA).contains(de);
        gravar("Conta", CONTA.replace(de, para));
    }

    private void gravar(String classe, String texto) throws IOException {
        Files.writeString(pasta.resolve(classe + ".java"), texto);
    }

    private Compilador.Compilacao compilar() {
        return compilacao.compilar(fontes());
    }

    private Compilador.Compilacao inteira() {
        return compilador.compilar(fontes(), Map.of());
    }

    private List<Path> fontes() {
        return List.of(pasta.resolve("Conta.java"), pasta.resolve("ContaTest.java"), pasta.resolve("Apoio.java"));
    }
}
