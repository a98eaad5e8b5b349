package rinha.carga;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// Cada regra traz a sua prova: ela recusa que qualquer pacote da primeira lista use qualquer um da segunda.
enum RegraDeArquitetura {

    SO_USA_O_SEU("a carga não importa a bancada do curso nem as outras peças da rinha: só as suas bibliotecas e o JDK",
            classes().should().onlyDependOnClassesThat().resideInAnyPackage("rinha.carga..", "java..", "javax.management..", "com.sun.management..",
                    "org.HdrHistogram..", "com.fasterxml.jackson..", "picocli.."),
            List.of("rinha.carga", "rinha.carga.motor"),
            List.of("curso.bancada.medicao", "rinha.credito", "rinha.balanceador", "rinha.avaliador", "rinha.arena",
                    "rinha.pagamentos", "rinha.processador")),

    O_PEDIDO_NAO_CONHECE_QUEM_O_ATENDE("o que se pede de uma carga não conhece quem a faz, mede e mostra",
            noClasses().that().resideInAPackage("rinha.carga").should().dependOnClassesThat()
                    .resideInAnyPackage("rinha.carga.cenario..", "rinha.carga.motor..", "rinha.carga.medida..", "rinha.carga.relatorio..",
                            "rinha.carga.tela..", "rinha.carga.cli.."),
            List.of("rinha.carga"),
            List.of("rinha.carga.cenario", "rinha.carga.motor", "rinha.carga.medida", "rinha.carga.relatorio", "rinha.carga.tela", "rinha.carga.cli")),

    O_MOTOR_NAO_CONHECE_QUEM_MOSTRA("o motor, a medida e os cenários não conhecem o relatório, a tela nem a linha de comando",
            noClasses().that().resideInAnyPackage("rinha.carga.motor..", "rinha.carga.medida..", "rinha.carga.cenario..").should().dependOnClassesThat()
                    .resideInAnyPackage("rinha.carga.relatorio..", "rinha.carga.tela..", "rinha.carga.cli.."),
            List.of("rinha.carga.motor", "rinha.carga.medida", "rinha.carga.cenario"),
            List.of("rinha.carga.relatorio", "rinha.carga.tela", "rinha.carga.cli")),

    O_MOTOR_SERVE_A_QUALQUER_CENARIO("o motor e a medida servem a qualquer carga: não conhecem os cenários",
            noClasses().that().resideInAnyPackage("rinha.carga.motor..", "rinha.carga.medida..").should().dependOnClassesThat()
                    .resideInAPackage("rinha.carga.cenario.."),
            List.of("rinha.carga.motor", "rinha.carga.medida"),
            List.of("rinha.carga.cenario")),

    SO_A_LINHA_DE_COMANDO_LIGA_O_MOTOR("só a linha de comando conhece o motor",
            noClasses().that().resideOutsideOfPackages("rinha.carga.motor..", "rinha.carga.cli..").should().dependOnClassesThat()
                    .resideInAPackage("rinha.carga.motor.."),
            List.of("rinha.carga", "rinha.carga.medida", "rinha.carga.cenario", "rinha.carga.relatorio", "rinha.carga.tela"),
            List.of("rinha.carga.motor")),

    QUEM_MOSTRA_NAO_CONHECE_A_LINHA_DE_COMANDO("o relatório e a tela não conhecem a linha de comando",
            noClasses().that().resideInAnyPackage("rinha.carga.relatorio..", "rinha.carga.tela..").should().dependOnClassesThat()
                    .resideInAPackage("rinha.carga.cli.."),
            List.of("rinha.carga.relatorio", "rinha.carga.tela"),
            List.of("rinha.carga.cli")),

    SO_A_LINHA_DE_COMANDO_USA_PICOCLI("só a linha de comando usa picocli",
            noClasses().that().resideOutsideOfPackage("rinha.carga.cli..").should().dependOnClassesThat().resideInAPackage("picocli.."),
            List.of("rinha.carga", "rinha.carga.motor", "rinha.carga.tela"),
            List.of("picocli")),

    SO_A_MEDIDA_USA_HDRHISTOGRAM("só a medida conhece o HdrHistogram",
            noClasses().that().resideOutsideOfPackage("rinha.carga.medida..").should().dependOnClassesThat().resideInAPackage("org.HdrHistogram.."),
            List.of("rinha.carga", "rinha.carga.motor", "rinha.carga.relatorio"),
            List.of("org.HdrHistogram")),

    SO_CENARIO_E_RELATORIO_USAM_JACKSON("só os cenários e o relatório usam o Jackson; o laço quente, não",
            noClasses().that().resideOutsideOfPackages("rinha.carga.cenario..", "rinha.carga.relatorio..").should().dependOnClassesThat()
                    .resideInAPackage("com.fasterxml.jackson.."),
            List.of("rinha.carga", "rinha.carga.motor", "rinha.carga.medida", "rinha.carga.tela", "rinha.carga.cli"),
            List.of("com.fasterxml.jackson.core", "com.fasterxml.jackson.databind"));

    private final String frase;
    final ArchRule regra;
    final List<String> de;
    final List<String> para;

    RegraDeArquitetura(String frase, ArchRule regra, List<String> de, List<String> para) {
        this.frase = frase;
        this.regra = regra;
        this.de = de;
        this.para = para;
    }

    @Override
    public String toString() {
        return frase;
    }
}
