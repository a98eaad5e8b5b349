package rinha.credito.http;

import io.javalin.http.Context;
import java.io.IOException;
import rinha.credito.conta.Resultado;
import rinha.credito.conta.Resultado.Aprovada;
import rinha.credito.conta.Resultado.Indisponivel;
import rinha.credito.conta.Resultado.Recusada;
import rinha.credito.conta.Transacao;
import rinha.credito.contrato.Leitura.Lida;
import rinha.credito.contrato.LeitorDeTransacao;
import rinha.credito.contrato.Recusa;
import rinha.credito.contrato.RespostaJson;
import rinha.credito.escrita.Escrita;
import rinha.credito.limite.LimiteDeTaxa;

/// `POST /clientes/{id}/transacoes`.
final class RotaDeTransacao implements Rota.Alvo {
    private final Clientes clientes;
    private final LimiteDeTaxa limite;
    private final Corpo corpo;
    private final Escrita escrita;

    RotaDeTransacao(Clientes clientes, LimiteDeTaxa limite, Corpo corpo, Escrita escrita) {
        this.clientes = clientes;
        this.limite = limite;
        this.corpo = corpo;
        this.escrita = escrita;
    }

    @Override
    public void atender(Context ctx) throws IOException, PedidoRecusado {
        int cliente = IdDeCliente.ler(ctx.pathParam("id"));
        byte[] bytes = corpo.ler(ctx.req());
        if (cliente == IdDeCliente.NENHUM || !clientes.existe(cliente)) {
            Resposta.problema(ctx, Problemas.CLIENTE_DESCONHECIDO);
            return;
        }
        if (Limitador.recusou(ctx, limite, cliente)) {
            return;
        }
        switch (LeitorDeTransacao.ler(bytes, bytes.length)) {
            case Recusa recusa -> Resposta.problema(ctx, Problemas.por(recusa));
            case Lida lida -> responder(ctx, escrita.enviar(new Transacao(cliente, lida.tipo(), lida.valor(), lida.descricao())));
        }
    }

    private static void responder(Context ctx, Resultado resultado) throws IOException {
        switch (resultado) {
            case Aprovada aprovada -> Resposta.json(ctx, RespostaJson.de(aprovada));
            case Recusada recusada -> Resposta.problema(ctx, Problemas.por(recusada));
            case Indisponivel indisponivel -> Resposta.indisponivel(ctx, indisponivel.motivo());
        }
    }
}
