package curso.bancada.catalogo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Uma solução errada com nome: o fonte, os testes que ela derruba e a explicação para o aluno.
public record Armadilha(String exercicio, String nome, Set<String> falha, String explicacao, Path fonte) {

    private record Cabecalho(List<String> falha) {}

    static Armadilha ler(Path pasta, FichaDeExercicio ficha) {
        Path descricao = pasta.resolve("armadilha.md");
        Path fonte = pasta.resolve(ficha.classe() + ".java");
        if (!Files.isRegularFile(descricao) || !Files.isRegularFile(fonte)) {
            throw new CatalogoInvalido(pasta + ": uma armadilha tem armadilha.md e " + fonte.getFileName());
        }
        FrontMatter documento = FrontMatter.ler(descricao);
        List<String> falha = documento.como(Cabecalho.class, descricao).falha();
        String explicacao = documento.corpo().strip();
        if (falha == null || falha.isEmpty() || explicacao.isEmpty()) {
            throw new CatalogoInvalido(descricao + ": faltam os testes em «falha» ou a explicação");
        }
        return new Armadilha(ficha.numero(), pasta.getFileName().toString(), new TreeSet<>(falha), explicacao, fonte);
    }

    /// Diz se as falhas observadas são exatamente as desta armadilha.
    public boolean combinaCom(Set<String> falhas) {
        return falha.equals(falhas);
    }
}
