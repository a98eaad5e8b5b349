package curso.auditoria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import curso.auditoria.CursoInteiro.Item;
import curso.bancada.catalogo.Armadilha;
import curso.bancada.correcao.Corretor;
import curso.bancada.servicos.Servicos;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A prova de todos os exercícios, com uma quantidade de processadores. As duas subclasses rodam ao mesmo tempo.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProvaDosExercicios {

    private static final int ARMADILHAS_POR_EXERCICIO = 3;
    /// Na longa. As correções passam boa parte do tempo em espera: três ao mesmo tempo cabem em dois processadores.
    private static final int CORRECOES_AO_MESMO_TEMPO = 3;

    private final Processadores onde;
    private final List<Corretor> corretores = new ArrayList<>();
    private final List<ExerciciosProvados> provas = new ArrayList<>();
    private Servicos servicos;

    @TempDir
    Path pasta;

    ProvaDosExercicios(Processadores onde) {
        this.onde = onde;
    }

    @BeforeAll
    void abrir() {
        servicos = Servicos.paraTestes();
        Corretor.Opcoes opcoes = new Corretor.Opcoes(List.of(),
                Map.of("CURSO_POSTGRES_URL", servicos.postgres().url()), Corretor.Opcoes.PRAZO);
        for (int i = 0; i < CORRECOES_AO_MESMO_TEMPO; i++) {
            Corretor corretor = new Corretor(onde.aplicar(opcoes));
            corretores.add(corretor);
            provas.add(new ExerciciosProvados(corretor));
        }
    }

    @AfterAll
    void fechar() {
        corretores.forEach(Corretor::close);
        servicos.close();
    }

    @Test
    @DisplayName("há exercícios a provar")
    void haOQueProvar() {
        assertThat(CursoInteiro.exercicios()).isNotEmpty();
    }

    @TestFactory
    @DisplayName("a partida, a solução e as armadilhas têm o veredito declarado")
    Stream<DynamicNode> cadaExercicio() {
        return CursoInteiro.exercicios().stream().map(item -> dynamicContainer(item.nome(), provasDe(item)));
    }

    @Tag("longa")
    @Test
    @DisplayName("nenhum veredito muda quando cada solução e cada armadilha se repetem")
    void nenhumVereditoMuda() throws Exception {
        String sufixo = onde.name().toLowerCase(Locale.ROOT);
        Path resumo = CursoInteiro.CASA.raiz().resolve("modulo-05-performance/auditoria/target/auditoria-longa-" + sufixo + ".txt");
        assertThat(new AuditoriaLonga(OpcoesDaLonga.doSistema(), onde.toString(), resumo).rodar(provas)).isEmpty();
    }

    private List<DynamicNode> provasDe(Item item) {
        List<DynamicNode> testes = new ArrayList<>();
        List<Armadilha> armadilhas = CursoInteiro.CASA.armadilhas(item.ficha());
        testes.add(dynamicTest("tem ao menos " + ARMADILHAS_POR_EXERCICIO + " armadilhas",
                () -> assertThat(armadilhas).hasSizeGreaterThanOrEqualTo(ARMADILHAS_POR_EXERCICIO)));
        testes.add(dynamicTest("a partida fica «a fazer»", () -> provas.getFirst().partidaFicaAFazer(item)));
        testes.add(dynamicTest("a partida sem a marca falha", () -> provas.getFirst().partidaSemAMarcaFalha(item, pasta)));
        testes.add(dynamicTest("a solução passa", () -> provas.getFirst().solucaoPassa(item)));
        for (Armadilha armadilha : Variantes.comElas(armadilhas)) {
            testes.add(dynamicTest("«" + armadilha.nome() + "» falha como declara",
                    () -> provas.getFirst().armadilhaFalhaComoDeclara(item, armadilha)));
        }
        return testes;
    }
}
