package curso.bancada.correcao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/// Um exercício mínimo em disco: um método `soma` com o corpo pedido e dois testes.
final class ExercicioDeMentira {

    private static final String CLASSE = """
            package exercicios.aula99_mentira;
            import curso.bancada.correcao.Exercicio;
            public final class Soma {
                public int soma(int a, int b) {
                    %s
                }
            }
            """;
    private static final String TESTE = """
            package exercicios.aula99_mentira;
            import curso.bancada.correcao.*;
            import org.junit.jupiter.api.*;
            @TesteDeExercicio(value = "99.1", prazoEmSegundos = %d)
            class SomaTest {
                @Test @Order(1) void soma() {
                    int visto = new Soma().soma(2, 3);
                    Mensagem.esperado(5).visto(visto).causaProvavel("sinal trocado").proximoPasso("leia").exigir(visto == 5);
                }
                @Test @Order(2) void somaZero() {
                    int visto = new Soma().soma(0, 3);
                    Mensagem.esperado(3).visto(visto).causaProvavel("?").proximoPasso("leia").exigir(visto == 3);
                }
            }
            """;

    private ExercicioDeMentira() {}

    static Pedido com(Path pasta, String corpo) {
        return comPrazo(pasta, 20, corpo);
    }

    static Pedido comPrazo(Path pasta, int segundos, String corpo) {
        return com(pasta, TESTE.formatted(segundos), corpo);
    }

    /// O mesmo exercício, em que o segundo teste pede um banco.
    static Pedido comBanco(Path pasta, String corpo) {
        return com(pasta, TESTE.formatted(20).replace("somaZero()", "somaZero(curso.bancada.servicos.Banco banco)"), corpo);
    }

    /// O mesmo exercício, com mais um teste.
    static Pedido comTerceiroTeste(Path pasta, int segundos, String corpo) {
        return com(pasta, TESTE.formatted(segundos).strip().replaceFirst("}$", """
                    @Test @Order(3) void somaNegativos() {
                        Assertions.assertEquals(-5, new Soma().soma(-2, -3));
                    }
                }
                """), corpo);
    }

    /// O mesmo exercício, em que o objeto do aluno nasce num campo da classe de teste.
    static Pedido criadoNumCampo(Path pasta, int segundos, String corpo) {
        return com(pasta, TESTE.formatted(segundos).replace("class SomaTest {", "class SomaTest { private final Soma soma = new Soma();")
                .replace("new Soma().soma(", "soma.soma("), corpo);
    }

    /// O exercício com outro texto no arquivo do aluno.
    static Pedido comArquivo(Path pasta, UnaryOperator<String> trocar) {
        Pedido pedido = com(pasta, "return a + b;");
        try {
            Path classe = pedido.fontes().getFirst();
            Files.writeString(classe, trocar.apply(Files.readString(classe)));
            return pedido;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pedido com(Path pasta, String textoDoTeste, String corpo) {
        try {
            Path classe = Files.writeString(pasta.resolve("Soma.java"), CLASSE.formatted(corpo));
            Path teste = Files.writeString(pasta.resolve("SomaTest.java"), textoDoTeste);
            return new Pedido("99.1", List.of(classe, teste), "exercicios.aula99_mentira.SomaTest");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
