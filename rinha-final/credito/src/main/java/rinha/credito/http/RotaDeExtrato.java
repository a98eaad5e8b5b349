package rinha.credito.http;

import io.javalin.http.Context;
import java.io.IOException;
import rinha.credito.armazenamento.Armazenamento;
import rinha.credito.contrato.RespostaJson;
import rinha.credito.limite.LimiteDeTaxa;

/// `GET /clientes/{id}/extrato`.
final class RotaDeExtrato implements Rota.Alvo {
    private final Clientes clientes;
    private final LimiteDeTaxa limite;
    private final Armazenamento armazenamento;

    RotaDeExtrato(Clientes clientes, LimiteDeTaxa limite, Armazenamento armazenamento) {
        this.clientes = clientes;
        this.limite = limite;
        this.armazenamento = armazenamento;
    }

    @Override
    public void atender(Context ctx) throws IOException {
        int cliente = IdDeCliente.ler(ctx.pathParam("id"));
        if (cliente == IdDeCliente.NENHUM || !clientes.existe(cliente)) {
            Resposta.problema(ctx, Problemas.CLIENTE_DESCONHECIDO);
            return;
        }
        if (Limitador.recusou(ctx, limite, cliente)) {
            return;
        }
        var extrato = armazenamento.extrato(cliente);
        if (extrato.isPresent()) {
            Resposta.json(ctx, RespostaJson.de(extrato.get()));
        } else {
            Resposta.problema(ctx, Problemas.CLIENTE_DESCONHECIDO);
        }
    }
}
