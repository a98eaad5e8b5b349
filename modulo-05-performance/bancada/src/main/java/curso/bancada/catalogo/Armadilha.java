package curso.bancada.catalogo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Uma solução errada com nome: o fonte, os testes que ela derruba e o que se diz ao aluno.
///
/// O `nome` é o da pasta, sem acentos, para caminhos e programas; o `titulo` é o que uma pessoa lê.
public record Armadilha(String exercicio, String nome, String titulo, Set<String> falha, String explicacao, Path fonte) {

    private record Cabecalho(String titulo, List<String> falha) {

        Cabecalho {
            titulo = titulo == null ? "" : titulo.strip();
            falha = falha == null ? List.of() : falha;
        }
    }

    static Armadilha ler(Path pasta, FichaDeExercicio ficha) {
        Path descricao = pasta.resolve("armadilha.md");
        Path fonte = pasta.resolve(ficha.classe() + ".java");
        if (!Files.isRegularFile(descricao) || !Files.isRegularFile(fonte)) {
            throw new CatalogoInvalido(pasta + ": uma armadilha tem armadilha.md e " + fonte.getFileName());
        }
        FrontMatter documento = FrontMatter.ler(descricao);
        Cabecalho cabecalho = documento.como(Cabecalho.class, descricao);
        String explicacao = documento.corpo().strip();
        exigirTudo(descricao, cabecalho, explicacao);
        return new Armadilha(ficha.numero(), pasta.getFileName().toString(), cabecalho.titulo(),
                new TreeSet<>(cabecalho.falha()), explicacao, fonte);
    }

    private static void exigirTudo(Path descricao, Cabecalho cabecalho, String explicacao) {
        List<String> faltam = new ArrayList<>();
        if (cabecalho.titulo().isEmpty()) {
            faltam.add("o nome que o aluno lê, em «titulo»");
        }
        if (cabecalho.falha().isEmpty()) {
            faltam.add("os testes que ela derruba, em «falha»");
        }
        if (explicacao.isEmpty()) {
            faltam.add("a explicação, depois do cabeçalho");
        }
        if (!faltam.isEmpty()) {
            throw new CatalogoInvalido(descricao + ": falta " + String.join("; falta ", faltam));
        }
    }

    /// Diz se as falhas observadas são exatamente as desta armadilha.
    public boolean combinaCom(Set<String> falhas) {
        return falha.equals(falhas);
    }
}
