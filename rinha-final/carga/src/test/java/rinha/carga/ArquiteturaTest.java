package rinha.carga;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import rinha.provas.ProvaDeArquitetura;
import rinha.provas.RegraDeArquitetura;

@DisplayName("Quem pode depender de quem, dentro da carga")
final class ArquiteturaTest extends ProvaDeArquitetura {

    @Override
    protected List<RegraDeArquitetura> regras() {
        return List.of(
            new RegraDeArquitetura("a carga não importa a bancada do curso nem as outras peças da rinha: só as suas bibliotecas e o JDK",
                    classes().should().onlyDependOnClassesThat().resideInAnyPackage("rinha.carga..", "java..", "javax.management..", "com.sun.management..",
                            "org.HdrHistogram..", "com.fasterxml.jackson..", "picocli.."),
                    List.of("rinha.carga", "rinha.carga.motor"),
                    List.of("curso.bancada.medicao", "rinha.credito", "rinha.balanceador", "rinha.avaliador", "rinha.arena",
                            "rinha.pagamentos", "rinha.processador")),

            new RegraDeArquitetura("o que se pede de uma carga não conhece quem a faz, mede e mostra",
                    noClasses().that().resideInAPackage("rinha.carga").should().dependOnClassesThat()
                            .resideInAnyPackage("rinha.carga.cenario..", "rinha.carga.motor..", "rinha.carga.medida..", "rinha.carga.relatorio..",
                                    "rinha.carga.tela..", "rinha.carga.cli.."),
                    List.of("rinha.carga"),
                    List.of("rinha.carga.cenario", "rinha.carga.motor", "rinha.carga.medida", "rinha.carga.relatorio", "rinha.carga.tela", "rinha.carga.cli")),

            new RegraDeArquitetura("o motor, a medida e os cenários não conhecem o relatório, a tela nem a linha de comando",
                    noClasses().that().resideInAnyPackage("rinha.carga.motor..", "rinha.carga.medida..", "rinha.carga.cenario..").should().dependOnClassesThat()
                            .resideInAnyPackage("rinha.carga.relatorio..", "rinha.carga.tela..", "rinha.carga.cli.."),
                    List.of("rinha.carga.motor", "rinha.carga.medida", "rinha.carga.cenario"),
                    List.of("rinha.carga.relatorio", "rinha.carga.tela", "rinha.carga.cli")),

            new RegraDeArquitetura("o motor e a medida servem a qualquer carga: não conhecem os cenários",
                    noClasses().that().resideInAnyPackage("rinha.carga.motor..", "rinha.carga.medida..").should().dependOnClassesThat()
                            .resideInAPackage("rinha.carga.cenario.."),
                    List.of("rinha.carga.motor", "rinha.carga.medida"),
                    List.of("rinha.carga.cenario")),

            new RegraDeArquitetura("só a linha de comando conhece o motor",
                    noClasses().that().resideOutsideOfPackages("rinha.carga.motor..", "rinha.carga.cli..").should().dependOnClassesThat()
                            .resideInAPackage("rinha.carga.motor.."),
                    List.of("rinha.carga", "rinha.carga.medida", "rinha.carga.cenario", "rinha.carga.relatorio", "rinha.carga.tela"),
                    List.of("rinha.carga.motor")),

            new RegraDeArquitetura("o relatório e a tela não conhecem a linha de comando",
                    noClasses().that().resideInAnyPackage("rinha.carga.relatorio..", "rinha.carga.tela..").should().dependOnClassesThat()
                            .resideInAPackage("rinha.carga.cli.."),
                    List.of("rinha.carga.relatorio", "rinha.carga.tela"),
                    List.of("rinha.carga.cli")),

            new RegraDeArquitetura("só a linha de comando usa picocli",
                    noClasses().that().resideOutsideOfPackage("rinha.carga.cli..").should().dependOnClassesThat().resideInAPackage("picocli.."),
                    List.of("rinha.carga", "rinha.carga.motor", "rinha.carga.tela"),
                    List.of("picocli")),

            new RegraDeArquitetura("só a medida conhece o HdrHistogram",
                    noClasses().that().resideOutsideOfPackage("rinha.carga.medida..").should().dependOnClassesThat().resideInAPackage("org.HdrHistogram.."),
                    List.of("rinha.carga", "rinha.carga.motor", "rinha.carga.relatorio"),
                    List.of("org.HdrHistogram")),

            new RegraDeArquitetura("só os cenários e o relatório usam o Jackson; o laço quente, não",
                    noClasses().that().resideOutsideOfPackages("rinha.carga.cenario..", "rinha.carga.relatorio..").should().dependOnClassesThat()
                            .resideInAPackage("com.fasterxml.jackson.."),
                    List.of("rinha.carga", "rinha.carga.motor", "rinha.carga.medida", "rinha.carga.tela", "rinha.carga.cli"),
                    List.of("com.fasterxml.jackson.core", "com.fasterxml.jackson.databind")));
    }
}
