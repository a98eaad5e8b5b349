package rinha.balanceador;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import rinha.provas.ProvaDeArquitetura;
import rinha.provas.RegraDeArquitetura;

@DisplayName("Quem pode depender de quem, dentro do balanceador")
final class ArquiteturaTest extends ProvaDeArquitetura {

    @Override
    protected List<RegraDeArquitetura> regras() {
        return List.of(
            new RegraDeArquitetura("o balanceador não importa a bancada do curso nem as outras peças da rinha: só o Netty, o Micrometer e o JDK",
                    classes().should().onlyDependOnClassesThat()
                            .resideInAnyPackage("rinha.balanceador..", "java..", "com.sun.net.httpserver..", "io.netty..", "io.micrometer.."),
                    List.of("rinha.balanceador", "rinha.balanceador.proxy"),
                    List.of("curso.bancada.servicos", "rinha.credito", "rinha.carga", "rinha.avaliador", "rinha.arena",
                            "rinha.pagamentos", "rinha.processador")),

            new RegraDeArquitetura("escolher e cuidar da saúde não dependem do motor de rede",
                    noClasses().that().resideInAnyPackage("rinha.balanceador.estrategia..", "rinha.balanceador.saude..", "rinha.balanceador.servidor..",
                                    "rinha.balanceador.config..")
                            .should().dependOnClassesThat().resideInAnyPackage("io.netty..", "rinha.balanceador.proxy..",
                                    "rinha.balanceador.pedido..", "rinha.balanceador.admin.."),
                    List.of("rinha.balanceador.estrategia", "rinha.balanceador.saude", "rinha.balanceador.servidor", "rinha.balanceador.config"),
                    List.of("io.netty.channel", "rinha.balanceador.proxy", "rinha.balanceador.pedido", "rinha.balanceador.admin")),

            new RegraDeArquitetura("ler e escrever pedidos não conhece conexões",
                    noClasses().that().resideInAPackage("rinha.balanceador.pedido..").should().dependOnClassesThat()
                            .resideInAnyPackage("rinha.balanceador.proxy..", "rinha.balanceador.estrategia..", "rinha.balanceador.saude.."),
                    List.of("rinha.balanceador.pedido"),
                    List.of("rinha.balanceador.proxy", "rinha.balanceador.estrategia", "rinha.balanceador.saude")));
    }
}
