package rinha.credito.http;

import io.javalin.http.Context;
import java.io.IOException;
import rinha.credito.limite.LimiteDeTaxa;

/// Aplica o limite por cliente a um pedido.
final class Limitador {
    private Limitador() {}

    /// Verdadeiro se já respondeu 429.
    static boolean recusou(Context ctx, LimiteDeTaxa limite, int cliente) throws IOException {
        var espera = limite.esperaPara(cliente);
        if (espera.isZero()) {
            return false;
        }
        // Retry-After é em segundos inteiros: arredonda para cima, senão o cliente volta cedo demais.
        ctx.res().setHeader("Retry-After", Long.toString(espera.plusNanos(999_999_999).toSeconds()));
        Resposta.problema(ctx, Problemas.MUITOS_PEDIDOS);
        return true;
    }
}
