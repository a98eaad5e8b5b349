package rinha.balanceador;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// Cada regra traz a sua prova: ela recusa que qualquer pacote da primeira lista use qualquer um da segunda.
enum RegraDeArquitetura {

    SO_USA_O_SEU("o balanceador não importa a bancada do curso nem as outras peças da rinha: só o Netty, o Micrometer e o JDK",
            classes().should().onlyDependOnClassesThat()
                    .resideInAnyPackage("rinha.balanceador..", "java..", "com.sun.net.httpserver..", "io.netty..", "io.micrometer.."),
            List.of("rinha.balanceador", "rinha.balanceador.proxy"),
            List.of("curso.bancada.servicos", "rinha.credito", "rinha.carga", "rinha.avaliador", "rinha.arena",
                    "rinha.pagamentos", "rinha.processador")),

    DECISOES_SEM_REDE("escolher e cuidar da saúde não dependem do motor de rede",
            noClasses().that().resideInAnyPackage("rinha.balanceador.estrategia..", "rinha.balanceador.saude..", "rinha.balanceador.servidor..",
                            "rinha.balanceador.config..")
                    .should().dependOnClassesThat().resideInAnyPackage("io.netty..", "rinha.balanceador.proxy..",
                            "rinha.balanceador.pedido..", "rinha.balanceador.admin.."),
            List.of("rinha.balanceador.estrategia", "rinha.balanceador.saude", "rinha.balanceador.servidor", "rinha.balanceador.config"),
            List.of("io.netty.channel", "rinha.balanceador.proxy", "rinha.balanceador.pedido", "rinha.balanceador.admin")),

    PEDIDO_SEM_CONEXOES("ler e escrever pedidos não conhece conexões",
            noClasses().that().resideInAPackage("rinha.balanceador.pedido..").should().dependOnClassesThat()
                    .resideInAnyPackage("rinha.balanceador.proxy..", "rinha.balanceador.estrategia..", "rinha.balanceador.saude.."),
            List.of("rinha.balanceador.pedido"),
            List.of("rinha.balanceador.proxy", "rinha.balanceador.estrategia", "rinha.balanceador.saude"));

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
