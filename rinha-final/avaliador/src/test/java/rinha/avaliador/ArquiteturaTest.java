package rinha.avaliador;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("De quem o avaliador depende")
final class ArquiteturaTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("rinha.avaliador");

    @Test
    @DisplayName("do que é nosso, só da carga e da bancada: o avaliador não conhece quem ele avalia")
    void soConheceACargaEABancada() {
        classes().should().onlyDependOnClassesThat().resideInAnyPackage("rinha.avaliador..", "rinha.carga..", "curso.bancada..", "java..",
                "com.fasterxml.jackson..", "picocli..").check(CLASSES);
    }

    @Test
    @DisplayName("as regras não conhecem o relatório nem a linha de comando; o relatório não conhece as regras")
    void cadaParteNoSeuLugar() {
        noClasses().that().resideInAnyPackage("rinha.avaliador.regras..", "rinha.avaliador.conversa..", "rinha.avaliador.consistencia..")
                .should().dependOnClassesThat().resideInAnyPackage("rinha.avaliador.relatorio..", "rinha.avaliador.cli..").check(CLASSES);
        noClasses().that().resideInAPackage("rinha.avaliador.relatorio..").should().dependOnClassesThat().resideInAPackage("rinha.avaliador.regras..").check(CLASSES);
    }
}
