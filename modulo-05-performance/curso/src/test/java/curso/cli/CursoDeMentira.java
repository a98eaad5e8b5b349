package curso.cli;

import curso.bancada.catalogo.Casa;
import curso.cli.nucleo.Contexto;
import curso.cli.terminal.Tela;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/// Um curso de uma aula só, numa pasta temporária, e a linha de comando de verdade rodando sobre ele.
final class CursoDeMentira {

    static final String EXERCICIO = "exercicios/src/main/java/exercicios/aula03_pool/MenorPreco.java";
    static final String SOLUCAO = "solucoes/src/main/java/exercicios/aula03_pool/MenorPreco.java";
    static final String ARMADILHA = "solucoes/armadilhas/03.1/inventa-um-preco/MenorPreco.java";

    private final Path raiz;

    /// O que um comando respondeu.
    record Resposta(int codigo, String saida, String erros) {}

    private CursoDeMentira(Path raiz) {
        this.raiz = raiz;
    }

    static CursoDeMentira em(Path raiz) throws IOException {
        Files.createDirectories(raiz.resolve("teoria"));
        var curso = new CursoDeMentira(raiz);
        var criada = curso.rodar("nova-aula", "03", "pool", "--titulo", "Pool de conexões");
        if (criada.codigo() != 0) {
            throw new IllegalStateException(criada.erros());
        }
        return curso;
    }

    Resposta rodar(String... argumentos) {
        var saida = new ByteArrayOutputStream();
        return rodar(saida, argumentos);
    }

    Resposta rodar(OutputStream saida, String... argumentos) {
        var erros = new ByteArrayOutputStream();
        var tela = Tela.simples(new PrintStream(saida, true, StandardCharsets.UTF_8), new PrintStream(erros, true, StandardCharsets.UTF_8));
        var contexto = new Contexto(new Casa(raiz), tela, Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC),
                Map.of(), new ByteArrayInputStream(new byte[0]), raiz.resolve(".curso"));
        int codigo = Curso.executar(contexto, argumentos);
        return new Resposta(codigo, saida.toString(), erros.toString(StandardCharsets.UTF_8));
    }

    Path arquivo(String caminho) {
        return raiz.resolve(caminho);
    }

    /// Põe no lugar do exercício outro arquivo do curso, como se o aluno o tivesse escrito.
    void escreverComo(String caminho) throws IOException {
        Files.writeString(arquivo(EXERCICIO), Files.readString(arquivo(caminho)));
    }
}
