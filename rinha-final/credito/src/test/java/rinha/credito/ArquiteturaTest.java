package rinha.credito;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Quem pode depender de quem, dentro da API de crédito")
final class ArquiteturaTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("rinha.credito");

    @Test
    @DisplayName("A API não importa a bancada do curso nem as outras peças da Rinha")
    void naoImportaVizinhos() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("curso..", "rinha.balanceador..", "rinha.carga..", "rinha.avaliador..", "rinha.pagamentos..").check(CLASSES);
    }

    @Test
    @DisplayName("O domínio não conhece nem HTTP nem banco")
    void dominioNaoConheceTecnica() {
        noClasses().that().resideInAPackage("rinha.credito.conta..").should().dependOnClassesThat()
                .resideOutsideOfPackages("rinha.credito.conta..", "java..").check(CLASSES);
    }

    @Test
    @DisplayName("Só o pacote http fala HTTP, e só o armazenamento fala JDBC")
    void cadaTecnicaNoSeuPacote() {
        noClasses().that().resideOutsideOfPackage("rinha.credito.http..").should().dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..").check(CLASSES);
        noClasses().that().resideOutsideOfPackage("rinha.credito.armazenamento..").should().dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.postgresql..", "org.sqlite..").check(CLASSES);
        noClasses().that().resideInAPackage("rinha.credito.armazenamento..").should().dependOnClassesThat()
                .resideInAnyPackage("rinha.credito.http..", "rinha.credito.escrita..", "rinha.credito.config..").check(CLASSES);
    }
}
