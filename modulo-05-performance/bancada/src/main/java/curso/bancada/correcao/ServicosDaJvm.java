package curso.bancada.correcao;

import curso.bancada.servicos.Banco;
import curso.bancada.servicos.Servicos;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Os serviços que todos os testes desta JVM dividem: abertos no primeiro uso, fechados quando a JVM termina.
///
/// Abrir um PostgreSQL custa mais do que a maioria dos testes; cada teste recebe o seu banco, não o seu servidor.
final class ServicosDaJvm {

    private static final Set<ServicoUsado> ADIANTADOS = ConcurrentHashMap.newKeySet();

    private static final Devolucoes DEVOLUCOES = new Devolucoes();

    private static Servicos servicos;

    private ServicosDaJvm() {}

    /// Se não abrem, diz por quê a cada vez que alguém os pede.
    static synchronized Servicos abertos() {
        if (servicos == null) {
            servicos = abrir();
        }
        return servicos;
    }

    /// Devolve um banco de [#abertos()] quando o teste que o usou acabou.
    static void devolver(Banco banco) {
        DEVOLUCOES.devolver(banco);
    }

    /// Começa a subir, sem esperar, os serviços que esses fontes usam: eles sobem enquanto o compilador trabalha.
    ///
    /// Uma vez só para cada serviço: nos pedidos seguintes ele já está de pé.
    static void adiantar(List<Path> fontes) {
        for (ServicoUsado servico : ServicoUsado.em(fontes)) {
            if (!ADIANTADOS.add(servico)) {
                continue;
            }
            Thread.ofPlatform().daemon().name("adiantar-" + servico).start(() -> {
                try {
                    switch (servico) {
                        // Criar o primeiro banco também demora; devolvido, ele serve ao primeiro teste.
                        case POSTGRES -> abertos().postgres().novoBanco().close();
                        case MENSAGERIA -> abertos().mensageria();
                    }
                } catch (RuntimeException e) {
                    // O teste pede o mesmo serviço e diz o que houve a quem o lê.
                }
            });
        }
    }

    private static Servicos abrir() {
        Servicos novos = Servicos.paraTestes();
        // Num servidor que não é nosso, os bancos criados precisam sair antes de nós.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("fechar-servicos").unstarted(() -> {
            DEVOLUCOES.esperar();
            novos.close();
        }));
        return novos;
    }
}
