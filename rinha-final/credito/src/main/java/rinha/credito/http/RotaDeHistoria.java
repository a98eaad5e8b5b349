package rinha.credito.http;

import io.javalin.http.Context;
import java.io.IOException;
import rinha.credito.armazenamento.Armazenamento;
import rinha.credito.contrato.Cursor;
import rinha.credito.contrato.RespostaJson;
import rinha.credito.limite.LimiteDeTaxa;

/// `GET /clientes/{id}/transacoes?cursor=&limite=`: toda a história, em páginas por cursor, além do contrato.
final class RotaDeHistoria implements Rota.Alvo {
    private static final int PADRAO = 20;
    private static final int MAXIMO = 100;

    private final Clientes clientes;
    private final LimiteDeTaxa limite;
    private final Armazenamento armazenamento;

    RotaDeHistoria(Clientes clientes, LimiteDeTaxa limite, Armazenamento armazenamento) {
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
        int quantas = quantas(ctx.queryParam("limite"));
        long antesDe = antesDe(ctx.queryParam("cursor"), cliente);
        if (quantas == 0) {
            Resposta.problema(ctx, Problemas.QUANTIDADE_INVALIDA);
        } else if (antesDe == 0) {
            Resposta.problema(ctx, Problemas.CURSOR_INVALIDO);
        } else {
            responder(ctx, cliente, antesDe, quantas);
        }
    }

    private void responder(Context ctx, int cliente, long antesDe, int quantas) throws IOException {
        var pagina = armazenamento.transacoes(cliente, antesDe, quantas);
        if (pagina.isPresent()) {
            Resposta.json(ctx, RespostaJson.de(cliente, pagina.get()));
        } else {
            Resposta.problema(ctx, Problemas.CLIENTE_DESCONHECIDO);
        }
    }

    /// Zero se o texto não serve.
    private static int quantas(String texto) {
        if (texto == null) {
            return PADRAO;
        }
        int quantas = IdDeCliente.ler(texto);
        return quantas <= MAXIMO ? Math.max(quantas, 0) : 0;
    }

    /// Zero se o texto não serve.
    private static long antesDe(String texto, int cliente) {
        return texto == null ? Cursor.INICIO : Cursor.ler(texto, cliente).map(Cursor::antesDe).orElse(0L);
    }
}
