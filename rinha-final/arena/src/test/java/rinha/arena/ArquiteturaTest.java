package rinha.arena;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import rinha.provas.ProvaDeArquitetura;
import rinha.provas.RegraDeArquitetura;

@DisplayName("De quem a arena depende")
final class ArquiteturaTest extends ProvaDeArquitetura {

    @Override
    protected List<RegraDeArquitetura> regras() {
        return List.of(
            new RegraDeArquitetura("a API e o balanceador são processos: da rinha, a arena só importa a carga e o avaliador",
                    noClasses().should().dependOnClassesThat(
                            resideInAnyPackage("rinha..").and(resideOutsideOfPackages("rinha.arena..", "rinha.carga..", "rinha.avaliador.."))),
                    List.of("rinha.arena", "rinha.arena.sistema"),
                    List.of("rinha.credito", "rinha.balanceador", "rinha.pagamentos", "rinha.processador")),

            new RegraDeArquitetura("o orçamento, o sistema e o perfil não conhecem a linha de comando nem as medições",
                    noClasses().that().resideInAnyPackage("rinha.arena.orcamento..", "rinha.arena.sistema..", "rinha.arena.perfil..").should().dependOnClassesThat()
                            .resideInAnyPackage("rinha.arena.cli..", "rinha.arena.medida.."),
                    List.of("rinha.arena.orcamento", "rinha.arena.sistema", "rinha.arena.perfil"),
                    List.of("rinha.arena.cli", "rinha.arena.medida")),

            new RegraDeArquitetura("o orçamento não conhece o sistema",
                    noClasses().that().resideInAPackage("rinha.arena.orcamento..").should().dependOnClassesThat()
                            .resideInAPackage("rinha.arena.sistema.."),
                    List.of("rinha.arena.orcamento"),
                    List.of("rinha.arena.sistema")));
    }
}
