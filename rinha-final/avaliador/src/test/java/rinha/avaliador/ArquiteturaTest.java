package rinha.avaliador;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import rinha.provas.ProvaDeArquitetura;
import rinha.provas.RegraDeArquitetura;

@DisplayName("De quem o avaliador depende")
final class ArquiteturaTest extends ProvaDeArquitetura {

    @Override
    protected List<RegraDeArquitetura> regras() {
        return List.of(
            new RegraDeArquitetura("do que é nosso, só a carga: o avaliador não conhece quem ele avalia",
                    classes().should().onlyDependOnClassesThat()
                            .resideInAnyPackage("rinha.avaliador..", "rinha.carga..", "java..", "com.fasterxml.jackson..", "picocli.."),
                    List.of("rinha.avaliador", "rinha.avaliador.regras"),
                    List.of("curso.bancada.servicos", "rinha.credito", "rinha.balanceador", "rinha.arena", "rinha.pagamentos", "rinha.processador")),

            new RegraDeArquitetura("as regras, a conversa e a consistência não conhecem o relatório nem a linha de comando",
                    noClasses().that().resideInAnyPackage("rinha.avaliador.regras..", "rinha.avaliador.conversa..", "rinha.avaliador.consistencia..")
                            .should().dependOnClassesThat().resideInAnyPackage("rinha.avaliador.relatorio..", "rinha.avaliador.cli.."),
                    List.of("rinha.avaliador.regras", "rinha.avaliador.conversa", "rinha.avaliador.consistencia"),
                    List.of("rinha.avaliador.relatorio", "rinha.avaliador.cli")),

            new RegraDeArquitetura("o relatório não conhece as regras",
                    noClasses().that().resideInAPackage("rinha.avaliador.relatorio..").should().dependOnClassesThat()
                            .resideInAPackage("rinha.avaliador.regras.."),
                    List.of("rinha.avaliador.relatorio"),
                    List.of("rinha.avaliador.regras")));
    }
}
