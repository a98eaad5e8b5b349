package curso.auditoria;

import static org.assertj.core.api.Assertions.assertThat;

import curso.auditoria.CursoInteiro.Item;
import curso.bancada.catalogo.Armadilha;
import curso.bancada.correcao.Corretor;
import curso.bancada.correcao.Pedido;
import curso.bancada.correcao.ResultadoDeTeste;
import curso.bancada.correcao.Situacao;
import curso.bancada.correcao.Veredito;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// As provas de que um corretor merece confiança: a partida, a solução e cada armadilha têm o veredito declarado.
final class ExerciciosProvados {

    private final Corretor corretor;

    ExerciciosProvados(Corretor corretor) {
        this.corretor = corretor;
    }

    void partidaFicaAFazer(Item item) {
        Veredito v = corrigir(item, CursoInteiro.CASA.partida(item.ficha()));
        assertThat(v.situacao()).as(relato("a partida", item, v)).isEqualTo(Situacao.A_FAZER);
        assertThat(v.testes()).as("todos os testes de %s ficam «a fazer», nenhum passa sem código", item.nome())
                .allMatch(t -> t.estado() == ResultadoDeTeste.Estado.A_FAZER);
    }

    void partidaSemAMarcaFalha(Item item, Path pasta) throws IOException {
        Veredito v = corrigir(item, semAMarca(item, pasta));
        assertThat(v.situacao()).as(relato("a partida sem a marca", item, v)).isEqualTo(Situacao.FALHOU);
    }

    /// Grava em `pasta` a partida como a veria quem só apagou a marca.
    static Path semAMarca(Item item, Path pasta) throws IOException {
        String original = Files.readString(CursoInteiro.CASA.partida(item.ficha()));
        String semMarca = original.lines()
                .filter(linha -> !linha.strip().startsWith("Exercicio.aFazer("))
                .collect(Collectors.joining("\n"));
        assertThat(semMarca).as("a marca de %s é uma linha só: Exercicio.aFazer(\"%s\");", item.nome(), item.ficha().numero())
                .isNotEqualTo(original).doesNotContain("aFazer(");
        return Files.writeString(pasta.resolve(item.ficha().classe() + ".java"), semMarca);
    }

    void solucaoPassa(Item item) {
        Veredito v = corrigir(item, CursoInteiro.CASA.solucao(item.aula(), item.ficha()));
        assertThat(v.situacao()).as(relato("a solução", item, v)).isEqualTo(Situacao.PASSOU);
    }

    void armadilhaFalhaComoDeclara(Item item, Armadilha armadilha) {
        Veredito v = corrigir(item, armadilha.fonte());
        assertThat(v.situacao()).as(relato("a armadilha " + armadilha.nome(), item, v)).isEqualTo(Situacao.FALHOU);
        assertThat(v.falhas()).as(relato("a armadilha " + armadilha.nome() + " derruba exatamente os testes que declara", item, v))
                .isEqualTo(armadilha.falha());
    }

    /// Corrige de novo, uma vez, o que a máquina impediu: o aluno veria «interrompido», que não é um veredito.
    private Veredito corrigir(Item item, Path fonte) {
        Pedido pedido = Pedido.de(CursoInteiro.CASA, item.aula(), item.ficha(), fonte);
        Veredito primeiro = corretor.corrigir(pedido);
        if (primeiro.situacao() != Situacao.INTERROMPIDO) {
            return primeiro;
        }
        System.out.println("auditoria: " + item.nome() + " foi interrompido e será corrigido de novo. " + primeiro.motivo());
        return corretor.corrigir(pedido);
    }

    private static String relato(String o, Item item, Veredito v) {
        String testes = v.testes().stream()
                .map(t -> "  " + t.estado() + " " + t.metodo() + (t.mensagem().isEmpty() ? "" : "\n" + t.mensagem().indent(6)))
                .collect(Collectors.joining("\n"));
        return "%s de %s%n%s%n%s%s%n".formatted(o, item.nome(), testes, v.motivo(),
                v.erros().isEmpty() ? "" : v.erros().toString());
    }
}
