package rinha.credito;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import rinha.provas.ProvaDeArquitetura;
import rinha.provas.RegraDeArquitetura;

@DisplayName("Quem pode depender de quem, dentro da API de crédito")
final class ArquiteturaTest extends ProvaDeArquitetura {

    @Override
    protected List<RegraDeArquitetura> regras() {
        return List.of(
            new RegraDeArquitetura("a API não importa a bancada do curso nem as outras peças da rinha",
                    noClasses().should().dependOnClassesThat(resideInAnyPackage("curso..", "rinha..").and(resideOutsideOfPackage("rinha.credito.."))),
                    List.of("rinha.credito", "rinha.credito.http"),
                    List.of("curso.bancada.servicos", "rinha.balanceador", "rinha.carga", "rinha.avaliador", "rinha.arena",
                            "rinha.pagamentos", "rinha.processador")),

            new RegraDeArquitetura("o domínio não conhece nem HTTP nem banco",
                    noClasses().that().resideInAPackage("rinha.credito.conta..").should().dependOnClassesThat()
                            .resideOutsideOfPackages("rinha.credito.conta..", "java.lang..", "java.time..", "java.util.."),
                    List.of("rinha.credito.conta"),
                    List.of("java.sql", "java.net.http", "io.javalin", "com.zaxxer.hikari", "rinha.credito.http", "rinha.credito.armazenamento")),

            new RegraDeArquitetura("só o pacote http fala HTTP",
                    noClasses().that().resideOutsideOfPackage("rinha.credito.http..").should().dependOnClassesThat()
                            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet.."),
                    List.of("rinha.credito", "rinha.credito.escrita"),
                    List.of("io.javalin.http", "org.eclipse.jetty.server", "jakarta.servlet")),

            // As métricas do pool ficam de fora: quem observa as entrega ao armazenamento, sem tocar no pool.
            new RegraDeArquitetura("só o armazenamento fala JDBC e conhece o pool de conexões",
                    noClasses().that().resideOutsideOfPackage("rinha.credito.armazenamento..").should().dependOnClassesThat(
                            resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "org.sqlite..", "com.zaxxer.hikari..")
                                    .and(resideOutsideOfPackage("com.zaxxer.hikari.metrics.."))),
                    List.of("rinha.credito", "rinha.credito.conta", "rinha.credito.escrita", "rinha.credito.http"),
                    List.of("java.sql", "javax.sql", "org.postgresql", "org.sqlite", "com.zaxxer.hikari", "com.zaxxer.hikari.pool")),

            new RegraDeArquitetura("o armazenamento não conhece o HTTP, a escrita nem a configuração",
                    noClasses().that().resideInAPackage("rinha.credito.armazenamento..").should().dependOnClassesThat()
                            .resideInAnyPackage("rinha.credito.http..", "rinha.credito.escrita..", "rinha.credito.config.."),
                    List.of("rinha.credito.armazenamento"),
                    List.of("rinha.credito.http", "rinha.credito.escrita", "rinha.credito.config")));
    }
}
