package rinha.credito.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import rinha.credito.contrato.Problema;
import rinha.credito.observacao.Correlacao;

/// Responde em JSON aos erros que o Jetty acha antes das rotas: linha de pedido, cabeçalhos ou URI que não são HTTP.
final class ErroDoJetty extends ErrorHandler {
    @Override
    public boolean handle(Request pedido, Response resposta, Callback fim) {
        int status = resposta.getStatus() >= 400 ? resposta.getStatus() : 500;
        var problema = new Problema(status, "Pedido recusado", "O servidor HTTP recusou o pedido antes de chegar à API.");
        resposta.setStatus(status);
        resposta.getHeaders().put(HttpHeader.CONTENT_TYPE, Problema.TIPO_DE_CONTEUDO);
        // Só se o pedido se deixou ler até os cabeçalhos.
        var correlacao = new Correlacao(pedido.getHeaders().get(Correlacao.CABECALHO));
        if (correlacao.veioDoCliente()) {
            resposta.getHeaders().put(Correlacao.CABECALHO, correlacao.texto());
        }
        resposta.write(true, ByteBuffer.wrap(problema.corpo()), fim);
        return true;
    }
}
