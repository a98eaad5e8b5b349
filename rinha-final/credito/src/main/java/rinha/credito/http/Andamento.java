package rinha.credito.http;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.internal.HttpConnection;

/// Em que ponto de um pedido uma conexão está. A classe do Jetty é interna: as contagens públicas dizem quantas respostas
/// começaram, mas não quantas acabaram, e somam a elas os `100 Continue`.
final class Andamento {
    private Andamento() {}

    /// Os cabeçalhos de um pedido já chegaram, e a resposta ainda não acabou.
    static boolean emAtendimento(Connection conexao) {
        return conexao instanceof HttpConnection http && http.getHttpChannel().getRequest() != null;
    }
}
