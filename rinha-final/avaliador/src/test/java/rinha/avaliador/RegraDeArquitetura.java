package rinha.avaliador;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// Cada regra traz a sua prova: ela recusa que qualquer pacote da primeira lista use qualquer um da segunda.
enum RegraDeArquitetura {

    SO_CONHECE_A_CARGA("do que é nosso, só a carga: o avaliador não conhece quem ele avalia",
            classes().should().onlyDependOnClassesThat()
                    .resideInAnyPackage("rinha.avaliador..", "rinha.carga..", "java..", "com.fasterxml.jackson..", "picocli.."),
            List.of("rinha.avaliador", "rinha.avaliador.regras"),
            List.of("curso.bancada.servicos", "rinha.credito", "rinha.balanceador", "rinha.arena", "rinha.pagamentos", "rinha.processador")),

    REGRAS_NAO_CONHECEM_O_RELATORIO("as regras, a conversa e a consistência não conhecem o relatório nem a linha de comando",
            noClasses().that().resideInAnyPackage("rinha.avaliador.regras..", "rinha.avaliador.conversa..", "rinha.avaliador.consistencia..")
                    .should().dependOnClassesThat().resideInAnyPackage("rinha.avaliador.relatorio..", "rinha.avaliador.cli.."),
            List.of("rinha.avaliador.regras", "rinha.avaliador.conversa", "rinha.avaliador.consistencia"),
            List.of("rinha.avaliador.relatorio", "rinha.avaliador.cli")),

    RELATORIO_NAO_CONHECE_AS_REGRAS("o relatório não conhece as regras",
            noClasses().that().resideInAPackage("rinha.avaliador.relatorio..").should().dependOnClassesThat()
                    .resideInAPackage("rinha.avaliador.regras.."),
            List.of("rinha.avaliador.relatorio"),
            List.of("rinha.avaliador.regras"));

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
