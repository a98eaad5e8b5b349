package rinha.credito;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// Cada regra traz a sua prova: ela recusa que qualquer pacote da primeira lista use qualquer um da segunda.
enum RegraDeArquitetura {

    NAO_IMPORTA_VIZINHOS("a API não importa a bancada do curso nem as outras peças da rinha",
            noClasses().should().dependOnClassesThat(resideInAnyPackage("curso..", "rinha..").and(resideOutsideOfPackage("rinha.credito.."))),
            List.of("rinha.credito", "rinha.credito.http"),
            List.of("curso.bancada.servicos", "rinha.balanceador", "rinha.carga", "rinha.avaliador", "rinha.arena",
                    "rinha.pagamentos", "rinha.processador")),

    DOMINIO_SEM_TECNICA("o domínio não conhece nem HTTP nem banco",
            noClasses().that().resideInAPackage("rinha.credito.conta..").should().dependOnClassesThat()
                    .resideOutsideOfPackages("rinha.credito.conta..", "java.lang..", "java.time..", "java.util.."),
            List.of("rinha.credito.conta"),
            List.of("java.sql", "java.net.http", "io.javalin", "com.zaxxer.hikari", "rinha.credito.http", "rinha.credito.armazenamento")),

    SO_O_HTTP_FALA_HTTP("só o pacote http fala HTTP",
            noClasses().that().resideOutsideOfPackage("rinha.credito.http..").should().dependOnClassesThat()
                    .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet.."),
            List.of("rinha.credito", "rinha.credito.escrita"),
            List.of("io.javalin.http", "org.eclipse.jetty.server", "jakarta.servlet")),

    /// As métricas do pool ficam de fora: quem observa as entrega ao armazenamento, sem tocar no pool.
    SO_O_ARMAZENAMENTO_FALA_JDBC("só o armazenamento fala JDBC e conhece o pool de conexões",
            noClasses().that().resideOutsideOfPackage("rinha.credito.armazenamento..").should().dependOnClassesThat(
                    resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "org.sqlite..", "com.zaxxer.hikari..")
                            .and(resideOutsideOfPackage("com.zaxxer.hikari.metrics.."))),
            List.of("rinha.credito", "rinha.credito.conta", "rinha.credito.escrita", "rinha.credito.http"),
            List.of("java.sql", "javax.sql", "org.postgresql", "org.sqlite", "com.zaxxer.hikari", "com.zaxxer.hikari.pool")),

    ARMAZENAMENTO_NAO_CONHECE_QUEM_O_USA("o armazenamento não conhece o HTTP, a escrita nem a configuração",
            noClasses().that().resideInAPackage("rinha.credito.armazenamento..").should().dependOnClassesThat()
                    .resideInAnyPackage("rinha.credito.http..", "rinha.credito.escrita..", "rinha.credito.config.."),
            List.of("rinha.credito.armazenamento"),
            List.of("rinha.credito.http", "rinha.credito.escrita", "rinha.credito.config"));

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
