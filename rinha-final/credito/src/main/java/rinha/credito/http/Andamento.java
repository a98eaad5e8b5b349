package rinha.credito.http;

import java.time.Duration;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.IdleTimeout;
import org.eclipse.jetty.server.internal.HttpConnection;

/// Em que ponto de um pedido uma conexão está. A classe do Jetty é interna: as contagens públicas dizem quantas respostas
/// começaram, mas não quantas acabaram, e somam a elas os `100 Continue`.
final class Andamento {
    private Andamento() {}

    /// Os cabeçalhos de um pedido já chegaram, e a resposta ainda não acabou.
    static boolean emAtendimento(Connection conexao) {
        return conexao instanceof HttpConnection http && http.getHttpChannel().getRequest() != null;
    }

    /// Não há o que responder nela, e nem um byte vai ou vem há mais que a folga.
    static boolean parada(EndPoint ponto, Duration folga) {
        return (entrePedidos(ponto.getConnection()) || jaSeDespediu(ponto)) && ponto instanceof IdleTimeout ocioso && ocioso.getIdleFor() > folga.toMillis();
    }

    private static boolean entrePedidos(Connection conexao) {
        return conexao instanceof HttpConnection http && !emAtendimento(http) && http.getParser().isStart();
    }

    /// A última resposta foi com `Connection: close`: o Jetty só espera o cliente fechar o lado dele.
    private static boolean jaSeDespediu(EndPoint ponto) {
        return ponto.isOutputShutdown();
    }
}
