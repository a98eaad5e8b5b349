package rinha.arena;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// Cada regra traz a sua prova: ela recusa que qualquer pacote da primeira lista use qualquer um da segunda.
enum RegraDeArquitetura {

    NAO_IMPORTA_O_QUE_POE_NO_AR("a API e o balanceador são processos: da rinha, a arena só importa a carga e o avaliador",
            noClasses().should().dependOnClassesThat(
                    resideInAnyPackage("rinha..").and(resideOutsideOfPackages("rinha.arena..", "rinha.carga..", "rinha.avaliador.."))),
            List.of("rinha.arena", "rinha.arena.sistema"),
            List.of("rinha.credito", "rinha.balanceador", "rinha.pagamentos", "rinha.processador")),

    DEBAIXO_PARA_CIMA("o orçamento e o sistema não conhecem a linha de comando nem as medições",
            noClasses().that().resideInAnyPackage("rinha.arena.orcamento..", "rinha.arena.sistema..").should().dependOnClassesThat()
                    .resideInAnyPackage("rinha.arena.cli..", "rinha.arena.medida.."),
            List.of("rinha.arena.orcamento", "rinha.arena.sistema"),
            List.of("rinha.arena.cli", "rinha.arena.medida")),

    ORCAMENTO_NAO_CONHECE_O_SISTEMA("o orçamento não conhece o sistema",
            noClasses().that().resideInAPackage("rinha.arena.orcamento..").should().dependOnClassesThat()
                    .resideInAPackage("rinha.arena.sistema.."),
            List.of("rinha.arena.orcamento"),
            List.of("rinha.arena.sistema"));

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
