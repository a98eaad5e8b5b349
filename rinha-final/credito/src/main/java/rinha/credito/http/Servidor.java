package rinha.credito.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// O servidor HTTP: Javalin sobre Jetty, uma thread virtual por pedido.
public final class Servidor implements AutoCloseable {
    private static final int FILA_DO_SISTEMA = 1_024;
    /// Quem acabou de conectar, ou de receber uma resposta, pode ter um pedido a caminho: só depois disto está parado.
    private static final Duration FOLGA_DE_QUEM_SAI = Duration.ofMillis(500);

    private final OpcoesHttp opcoes;
    private final Saida saida = new Saida();
    private final Javalin javalin;
    private ServerConnector conector;
    private CabecalhosLentos cabecalhosLentos;

    private Servidor(OpcoesHttp opcoes, Dependencias dependencias) {
        this.opcoes = opcoes;
        var rotas = new Rotas(dependencias, saida, opcoes);
        javalin = Javalin.create(config -> {
            configurar(config);
            rotas.registrar(config.routes);
        });
    }

    /// Volta com a porta aberta.
    ///
    /// @throws IllegalStateException se não deu para escutar, com o endereço e o motivo
    public static Servidor iniciar(OpcoesHttp opcoes, Dependencias dependencias) {
        var servidor = new Servidor(opcoes, dependencias);
        try {
            servidor.javalin.start();
        } catch (JavalinException e) {
            throw new IllegalStateException("não consegui escutar em %s:%d (%s). Confira CREDITO_ENDERECO e, se a porta está em uso, encerre quem a usa ou escolha outra em CREDITO_PORTA."
                    .formatted(opcoes.endereco(), opcoes.porta(), motivo(e)), e);
        }
        servidor.cabecalhosLentos = new CabecalhosLentos(servidor.conector, opcoes.pedido());
        Thread.ofVirtual().name("cabecalhos-lentos").start(servidor.cabecalhosLentos);
        return servidor;
    }

    public int porta() {
        return conector.getLocalPort();
    }

    private void configurar(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = opcoes.compressao() ? CompressionStrategy.GZIP : CompressionStrategy.NONE;
        config.jetty.threadPool = threads();
        config.jetty.addConnector(this::conector);
        config.jetty.modifyServer(servidor -> {
            // Quem espera pelos pedidos é close(): o Jetty esperaria o mesmo prazo outra vez e, vencido ele, lançaria.
            servidor.setStopTimeout(0);
            servidor.setErrorHandler(new ErroDoJetty());
            servidor.addBean(new NetworkConnectionLimit(opcoes.conexoesMaximas(), servidor));
        });
    }

    /// Threads de plataforma só para aceitar e escutar; cada pedido roda na sua thread virtual.
    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool(8, 4);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return threads;
    }

    private Connector conector(Server servidor, HttpConfiguration http) {
        http.setSendServerVersion(false);
        conector = new ServerConnector(servidor, 1, 1, new HttpConnectionFactory(http));
        conector.setHost(opcoes.endereco());
        conector.setPort(opcoes.porta());
        conector.setAcceptQueueSize(FILA_DO_SISTEMA);
        conector.setIdleTimeout(opcoes.ocioso().toMillis());
        return conector;
    }

    private static String motivo(Throwable falha) {
        Throwable raiz = falha;
        while (raiz.getCause() != null) {
            raiz = raiz.getCause();
        }
        return raiz instanceof UnresolvedAddressException ? "não há máquina com este nome" : raiz.getMessage();
    }

    /// Encerra sem perder pedidos: anuncia a saída e ainda atende durante o dreno, fecha a porta e as conexões sem pedido,
    /// espera as outras terminarem o que pediram e só então derruba o resto.
    @Override
    public void close() {
        saida.anunciar();
        cabecalhosLentos.parar();
        dormir(opcoes.dreno());
        conector.close();
        long ate = System.nanoTime() + opcoes.encerramento().toNanos();
        while (!conector.getConnectedEndPoints().isEmpty() && System.nanoTime() < ate) {
            fecharParadas();
            dormir(Duration.ofMillis(10));
        }
        javalin.stop();
    }

    /// Uma conexão guardada sem uso por um balanceador seguraria o encerramento até o fim do prazo.
    private void fecharParadas() {
        for (var ponto : conector.getConnectedEndPoints()) {
            if (Andamento.parada(ponto, FOLGA_DE_QUEM_SAI)) {
                ponto.close();
            }
        }
    }

    private static void dormir(Duration quanto) {
        LockSupport.parkNanos(quanto.toNanos());
    }
}
