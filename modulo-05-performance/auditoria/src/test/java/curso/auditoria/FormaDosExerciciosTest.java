package curso.auditoria;

import static org.assertj.core.api.Assertions.assertThat;

import curso.auditoria.CursoInteiro.Item;
import curso.bancada.catalogo.Armadilha;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Exercícios: os lugares, a API pública e as dicas")
class FormaDosExerciciosTest {

    /// Uma linha comum (fechar chave, return) não entrega solução nenhuma.
    private static final int LINHA_QUE_REVELA = 35;
    /// O que cabe ao lado de «Armadilha:» num terminal de 80 colunas.
    private static final int TITULO_MAXIMO = 60;

    static Stream<Item> exercicios() {
        return CursoInteiro.exercicios().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercicios")
    @DisplayName("o exercício ainda não começado é igual à partida")
    void igualAPartida_quandoNaoComecou(Item item) throws IOException {
        String atual = Files.readString(CursoInteiro.CASA.exercicio(item.aula(), item.ficha()));
        if (atual.contains("Exercicio.aFazer(")) {
            assertThat(atual).as("%s mudou sem ser começado; o mantenedor roda ./curso sincronizar", item.nome())
                    .isEqualTo(Files.readString(CursoInteiro.CASA.partida(item.ficha())));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercicios")
    @DisplayName("partida, solução e armadilhas têm a mesma API pública")
    void mesmaApi_emTodasAsVersoes(Item item) throws IOException {
        Set<String> daPartida = ApiPublica.de(CursoInteiro.CASA.partida(item.ficha()));
        assertThat(daPartida).as("API da partida de %s", item.nome()).isNotEmpty();
        assertThat(ApiPublica.de(CursoInteiro.CASA.solucao(item.aula(), item.ficha())))
                .as("API da solução de %s", item.nome()).isEqualTo(daPartida);
        for (Armadilha a : Variantes.comElas(CursoInteiro.CASA.armadilhas(item.ficha()))) {
            assertThat(ApiPublica.de(a.fonte())).as("API da armadilha %s de %s", a.nome(), item.nome()).isEqualTo(daPartida);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercicios")
    @DisplayName("há três níveis de dica e nenhum traz uma linha da solução")
    void tresDicas_semASolucao(Item item) throws IOException {
        String dicas = Files.readString(CursoInteiro.CASA.dicas(item.ficha()));
        Set<String> daSolucao = new HashSet<>(linhas(CursoInteiro.CASA.solucao(item.aula(), item.ficha())));
        daSolucao.removeAll(linhas(CursoInteiro.CASA.partida(item.ficha())));
        assertThat(problemasDasDicas(dicas, daSolucao)).as("dicas de %s", item.nome()).isEmpty();
    }

    /// O que há de errado nas dicas, dadas as linhas que só a solução tem.
    static List<String> problemasDasDicas(String dicas, Set<String> daSolucao) {
        List<String> problemas = new ArrayList<>();
        List<String> niveis = dicas.lines().filter(l -> l.matches("## [123]\\b.*")).map(l -> l.substring(3, 4)).toList();
        if (!niveis.equals(List.of("1", "2", "3"))) {
            problemas.add("os níveis são 1, 2 e 3, nesta ordem; vieram " + niveis);
        }
        daSolucao.stream().filter(linha -> linha.length() >= LINHA_QUE_REVELA && dicas.contains(linha))
                .forEach(linha -> problemas.add("traz uma linha da solução: " + linha));
        return problemas;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercicios")
    @DisplayName("cada armadilha declara só testes que existem")
    void declaraTestesQueExistem_emCadaArmadilha(Item item) throws IOException {
        String teste = Files.readString(CursoInteiro.CASA.teste(item.aula(), item.ficha()));
        for (Armadilha a : CursoInteiro.CASA.armadilhas(item.ficha())) {
            assertThat(a.falha()).as("testes declarados pela armadilha %s de %s", a.nome(), item.nome())
                    .allMatch(metodo -> teste.contains(" " + metodo + "("));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercicios")
    @DisplayName("duas armadilhas nunca declaram as mesmas falhas: o aluno recebe uma explicação só")
    void declaraFalhasSoSuas_emCadaArmadilha(Item item) {
        assertThat(confundidas(CursoInteiro.CASA.armadilhas(item.ficha())))
                .as("armadilhas de %s que nenhum teste separa; falta um teste que as distinga", item.nome()).isEmpty();
    }

    /// Os grupos de armadilhas que o aluno não distinguiria.
    static List<List<String>> confundidas(List<Armadilha> armadilhas) {
        return armadilhas.stream()
                .collect(Collectors.groupingBy(Armadilha::falha, Collectors.mapping(Armadilha::nome, Collectors.toList())))
                .values().stream().filter(iguais -> iguais.size() > 1).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercicios")
    @DisplayName("cada armadilha tem o título que o aluno lê, e nenhum se repete no exercício")
    void temTitulo_emCadaArmadilha(Item item) {
        assertThat(problemasDosTitulos(CursoInteiro.CASA.armadilhas(item.ficha())))
                .as("títulos das armadilhas de %s", item.nome()).isEmpty();
    }

    /// O que há de errado nos títulos das armadilhas de um exercício.
    static List<String> problemasDosTitulos(List<Armadilha> armadilhas) {
        List<String> problemas = new ArrayList<>();
        Set<String> vistos = new HashSet<>();
        for (Armadilha a : armadilhas) {
            String titulo = a.titulo();
            if (!titulo.matches("\\p{Lu}.*[^.]") || titulo.length() > TITULO_MAXIMO) {
                problemas.add("%s: «%s» devia começar com maiúscula, não terminar em ponto e ter até %d letras"
                        .formatted(a.nome(), titulo, TITULO_MAXIMO));
            }
            if (!vistos.add(titulo)) {
                problemas.add(a.nome() + ": «" + titulo + "» já é o título de outra armadilha");
            }
        }
        return problemas;
    }

    private static Set<String> linhas(Path fonte) throws IOException {
        return Files.readAllLines(fonte).stream().map(String::strip)
                .filter(l -> !l.startsWith("//") && !l.startsWith("import ")).collect(Collectors.toSet());
    }
}
