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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A prova de todos os exercícios, com uma quantidade de processadores. As duas subclasses rodam ao mesmo tempo.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProvaDosExercicios {

    private static final int ARMADILHAS_POR_EXERCICIO = 3;
    /// As correções passam boa parte do tempo em espera: três ao mesmo tempo cabem em dois processadores.
    private static final int CORRECOES_AO_MESMO_TEMPO = 3;

    private final Processadores onde;
    private final List<Corretor> corretores = new ArrayList<>();
    private final List<ExerciciosProvados> provas = new ArrayList<>();
    private final BlockingQueue<ExerciciosProvados> livres = new LinkedBlockingQueue<>();
    private Servicos servicos;

    @TempDir
    Path pasta;

    ProvaDosExercicios(Processadores onde) {
        this.onde = onde;
    }

    @BeforeAll
    void abrir() throws Exception {
        servicos = Servicos.paraTestes();
        Corretor.Opcoes opcoes = Corretores.opcoes(servicos);
        for (int i = 0; i < CORRECOES_AO_MESMO_TEMPO; i++) {
            Corretor corretor = new Corretor(onde.aplicar(opcoes));
            corretores.add(corretor);
            provas.add(new ExerciciosProvados(corretor));
        }
        livres.addAll(provas);
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
        return CursoInteiro.exercicios().stream().map(item -> dynamicContainer(c -> c.displayName(item.nome())
                .executionMode(ExecutionMode.CONCURRENT).childExecutionMode(ExecutionMode.CONCURRENT).children(provasDe(item))));
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
        testes.add(prova("a partida fica «a fazer»", p -> p.partidaFicaAFazer(item)));
        testes.add(prova("a partida sem a marca falha", p -> p.partidaSemAMarcaFalha(item, pasta)));
        testes.add(prova("a solução passa", p -> p.solucaoPassa(item)));
        for (Armadilha armadilha : Variantes.comElas(armadilhas)) {
            testes.add(prova("«" + armadilha.nome() + "» falha como declara", p -> p.armadilhaFalhaComoDeclara(item, armadilha)));
        }
        return testes;
    }

    /// Uma prova, com o primeiro corretor que ficar livre.
    private DynamicTest prova(String nome, ThrowingConsumer<ExerciciosProvados> conferir) {
        return dynamicTest(nome, () -> {
            ExerciciosProvados comUm = livres.take();
            try {
                conferir.accept(comUm);
            } finally {
                livres.add(comUm);
            }
        });
    }
}
