package curso.auditoria;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Arquitetura: quem pode depender de quem")
class ArquiteturaTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().importPaths(Stream.of(
                    "modulo-05-performance/bancada", "modulo-05-performance/curso", "exemplos", "exercicios", "solucoes",
                    "rinha-final/credito", "rinha-final/pagamentos", "rinha-final/processador", "rinha-final/balanceador",
                    "rinha-final/carga", "rinha-final/avaliador", "rinha-final/arena")
            .map(m -> CursoInteiro.CASA.raiz().resolve(m).resolve("target/classes"))
            .filter(Files::isDirectory)
            .toArray(Path[]::new));

    @Test
    @DisplayName("as classes dos módulos principais foram lidas")
    void leuOsModulos() {
        assertThat(List.of("curso.bancada.servicos", "curso.cli", "exemplos", "exercicios"))
                .allSatisfy(pacote -> assertThat(CLASSES.stream().anyMatch(c -> c.getPackageName().startsWith(pacote)))
                        .as("há classes em %s (rode ./mvnw verify a partir da raiz)", pacote).isTrue());
    }

    @Test
    @DisplayName("a bancada não conhece quem a usa")
    void bancadaNaoConheceQuemAUsa() {
        noClasses().that().resideInAPackage("curso.bancada..")
                .should().dependOnClassesThat().resideInAnyPackage("curso.cli..", "curso.painel..", "exemplos..", "exercicios..", "rinha..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("os pacotes da bancada não formam ciclos")
    void bancadaSemCiclos() {
        slices().matching("curso.bancada.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    @DisplayName("exemplos e exercícios só conhecem a bancada")
    void alunosSoConhecemABancada() {
        noClasses().that().resideInAnyPackage("exemplos..", "exercicios..")
                .should().dependOnClassesThat().resideInAnyPackage("curso.cli..", "curso.painel..", "curso.auditoria..", "rinha..")
                .check(CLASSES);
        noClasses().that().resideInAPackage("exemplos..").should().dependOnClassesThat().resideInAPackage("exercicios..").check(CLASSES);
        noClasses().that().resideInAPackage("exercicios..").should().dependOnClassesThat().resideInAPackage("exemplos..").check(CLASSES);
    }

    @Test
    @DisplayName("uma aula não usa o código de outra")
    void aulasIndependentes() {
        slices().matching("exemplos.(aula*)..").should().notDependOnEachOther().check(CLASSES);
        slices().matching("exercicios.(aula*)..").should().notDependOnEachOther().check(CLASSES);
    }

    @Test
    @DisplayName("a linha de comando alcança as aulas só como processos ou classes carregadas")
    void cursoNaoImportaAulas() {
        noClasses().that().resideInAnyPackage("curso.cli..", "curso.painel..")
                .should().dependOnClassesThat().resideInAnyPackage("exemplos..", "exercicios..", "rinha..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("cada parte da rinha é independente; o avaliador usa a carga, e a arena usa os dois e a bancada")
    void rinhaIndependente() {
        noClasses().that().resideInAnyPackage("rinha.credito..", "rinha.pagamentos..", "rinha.processador..", "rinha.balanceador..", "rinha.carga..")
                .should().dependOnClassesThat().resideInAPackage("curso..")
                .allowEmptyShould(true).check(CLASSES);
        slices().matching("rinha.(*)..").should().notDependOnEachOther()
                .ignoreDependency(resideInAPackage("rinha.avaliador.."), resideInAPackage("rinha.carga.."))
                .ignoreDependency(resideInAPackage("rinha.arena.."), resideInAnyPackage("rinha.avaliador..", "rinha.carga.."))
                .allowEmptyShould(true).check(CLASSES);
    }
}
