package rinha.credito.http;

import io.javalin.http.Context;
import java.io.IOException;
import rinha.credito.conta.Resultado.Indisponivel.Motivo;
import rinha.credito.contrato.Problema;

/// Escreve as respostas pequenas direto no servlet: `ctx.result()` as copiaria por um buffer novo a cada pedido.
final class Resposta {
    private static final String JSON = "application/json";
    /// Abaixo de um pacote de rede comprimir só gasta processador; é também o mínimo do Javalin.
    private static final int GRANDE = 1_500;

    private Resposta() {}

    static void json(Context ctx, byte[] corpo) throws IOException {
        if (corpo.length < GRANDE) {
            escrever(ctx, 200, JSON, corpo);
        } else {
            // Pelo Javalin, que comprime se a configuração mandar e o cliente aceitar.
            ctx.contentType(JSON).result(corpo);
        }
    }

    static void problema(Context ctx, Problema problema) throws IOException {
        escrever(ctx, problema.status(), Problema.TIPO_DE_CONTEUDO, problema.corpo());
    }

    /// 503: com `Retry-After` quando repetir é seguro; sem ele, e com `Desfecho: desconhecido`, quando não é.
    static void indisponivel(Context ctx, Motivo motivo) throws IOException {
        if (motivo == Motivo.DESFECHO_DESCONHECIDO) {
            ctx.res().setHeader("Desfecho", "desconhecido");
        } else {
            ctx.res().setHeader("Retry-After", "1");
        }
        problema(ctx, Problemas.por(motivo));
    }

    static void escrever(Context ctx, int status, String tipo, byte[] corpo) throws IOException {
        var resposta = ctx.res();
        resposta.setStatus(status);
        resposta.setContentType(tipo);
        resposta.setContentLength(corpo.length);
        resposta.getOutputStream().write(corpo);
    }
}
