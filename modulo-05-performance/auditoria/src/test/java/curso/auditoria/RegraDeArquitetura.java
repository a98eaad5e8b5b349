package curso.auditoria;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

/// Quem pode depender de quem. Uma regra que não acha nenhuma classe para conferir falha, em vez de passar calada.
enum RegraDeArquitetura {

    BANCADA_NAO_CONHECE_QUEM_A_USA("a bancada não conhece quem a usa", noClasses().that().resideInAPackage("curso.bancada..")
            .should().dependOnClassesThat().resideInAnyPackage("curso.cli..", "curso.painel..", "exemplos..", "exercicios..", "rinha..")),

    BANCADA_SEM_CICLOS("os pacotes da bancada não formam ciclos", slices().matching("curso.bancada.(*)..").should().beFreeOfCycles()),

    ALUNOS_SO_CONHECEM_A_BANCADA("do curso, exemplos e exercícios só conhecem a bancada",
            noClasses().that().resideInAnyPackage("exemplos..", "exercicios..")
                    .should().dependOnClassesThat().resideInAnyPackage("curso.cli..", "curso.painel..", "curso.auditoria..", "rinha..")),

    EXEMPLOS_NAO_CONHECEM_EXERCICIOS("os exemplos não conhecem os exercícios",
            noClasses().that().resideInAPackage("exemplos..").should().dependOnClassesThat().resideInAPackage("exercicios..")),

    EXERCICIOS_NAO_CONHECEM_EXEMPLOS("os exercícios não conhecem os exemplos",
            noClasses().that().resideInAPackage("exercicios..").should().dependOnClassesThat().resideInAPackage("exemplos..")),

    EXEMPLOS_DE_CADA_AULA("os exemplos de uma aula não usam os de outra",
            slices().matching("exemplos.(aula*)..").should().notDependOnEachOther()),

    EXERCICIOS_DE_CADA_AULA("os exercícios de uma aula não usam os de outra",
            slices().matching("exercicios.(aula*)..").should().notDependOnEachOther()),

    CURSO_NAO_IMPORTA_AULAS("a linha de comando alcança as aulas só como processos ou classes carregadas",
            noClasses().that().resideInAnyPackage("curso.cli..", "curso.painel..")
                    .should().dependOnClassesThat().resideInAnyPackage("exemplos..", "exercicios..", "rinha..")),

    RINHA_NAO_CONHECE_O_CURSO("o que a rinha põe no ar, e a carga, não conhecem o curso",
            noClasses().that().resideInAnyPackage("rinha.credito..", "rinha.pagamentos..", "rinha.processador..", "rinha.balanceador..", "rinha.carga..")
                    .should().dependOnClassesThat().resideInAPackage("curso..")),

    PARTES_DA_RINHA("cada parte da rinha é independente; o avaliador usa a carga, e a arena usa os dois",
            slices().matching("rinha.(*)..").should().notDependOnEachOther()
                    .ignoreDependency(resideInAPackage("rinha.avaliador.."), resideInAPackage("rinha.carga.."))
                    .ignoreDependency(resideInAPackage("rinha.arena.."), resideInAnyPackage("rinha.avaliador..", "rinha.carga..")));

    private final String frase;
    private final ArchRule regra;

    RegraDeArquitetura(String frase, ArchRule regra) {
        this.frase = frase;
        this.regra = regra;
    }

    ArchRule regra() {
        return regra;
    }

    @Override
    public String toString() {
        return frase;
    }
}
