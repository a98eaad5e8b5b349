package rinha.arena.perfil;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// De quem é o código que gastava a CPU, do mais específico ao mais geral.
public enum Dono {
    ESCRITA("a API: escrita, contas e consultas", "rinha.credito.escrita.", "rinha.credito.conta.", "rinha.credito.armazenamento."),
    CONTRATO("a API: rotas, contrato e o resto", "rinha.credito."),
    BALANCEADOR("o balanceador", "rinha.balanceador."),
    BANCO("drivers do banco e pool", "org.postgresql.", "org.sqlite.", "com.zaxxer."),
    METRICAS("métricas e log", "io.micrometer.", "io.prometheus.", "ch.qos.", "org.slf4j."),
    JAVALIN("Javalin e a API de servlets", "io.javalin.", "kotlin.", "jakarta.", "org.eclipse.jetty.ee10."),
    JETTY("Jetty: HTTP e conexões", "org.eclipse.jetty."),
    NETTY("Netty: HTTP e conexões", "io.netty."),
    COMPILADOR("compilador da JVM", "CompileBroker::"),
    ESCALONADOR("threads virtuais e filas de tarefas", "java.util.concurrent.", "java.lang.VirtualThread", "jdk.internal.vm.Continuation", "cont_"),
    OUTROS("coleta de lixo e o resto da JVM");

    /// Só valem se, na pilha inteira, não há nenhum dos outros: quase toda pilha passa por eles.
    private static final List<Dono> DE_FUNDO = List.of(COMPILADOR, ESCALONADOR);

    private final String nome;
    private final List<String> prefixos;

    Dono(String nome, String... prefixos) {
        this.nome = nome;
        this.prefixos = List.of(prefixos);
    }

    /// Como se lê numa tabela.
    public String nome() {
        return nome;
    }

    /// O dono do quadro mais alto que tem um: o tempo de uma classe do JDK, ou do núcleo, é de quem a chamou.
    ///
    /// @param pilha os quadros, da base ao topo, com `/` ou `.` entre os pacotes
    static Dono de(List<String> pilha) {
        var quadros = pilha.reversed().stream().map(quadro -> quadro.replace('/', '.')).toList();
        return quadros.stream().flatMap(quadro -> daAplicacao(quadro).stream()).findFirst()
                .or(() -> DE_FUNDO.stream().filter(dono -> quadros.stream().anyMatch(dono::tem)).findFirst())
                .orElse(OUTROS);
    }

    private static Optional<Dono> daAplicacao(String quadro) {
        return Stream.of(values()).filter(dono -> !DE_FUNDO.contains(dono) && dono.tem(quadro)).findFirst();
    }

    private boolean tem(String quadro) {
        return prefixos.stream().anyMatch(quadro::startsWith);
    }
}
