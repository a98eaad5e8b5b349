package rinha.arena;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("De quem a arena depende")
final class ArquiteturaTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("rinha.arena");

    @Test
    @DisplayName("A API e o balanceador são processos: a arena não os importa")
    void naoImportaOQuePoeNoAr() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("rinha.credito..", "rinha.balanceador..", "rinha.pagamentos..").check(CLASSES);
    }

    @Test
    @DisplayName("O orçamento e o sistema não conhecem a linha de comando nem as medições")
    void debaixoParaCima() {
        noClasses().that().resideInAnyPackage("rinha.arena.orcamento..", "rinha.arena.sistema..").should().dependOnClassesThat()
                .resideInAnyPackage("rinha.arena.cli..", "rinha.arena.medida..").check(CLASSES);
        noClasses().that().resideInAPackage("rinha.arena.orcamento..").should().dependOnClassesThat().resideInAPackage("rinha.arena.sistema..").check(CLASSES);
    }
}
