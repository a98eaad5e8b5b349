package rinha.credito.http;

import java.util.Locale;

/// Entende o `Content-Type` de um pedido, fora do caminho rápido.
final class TipoDeConteudo {
    private TipoDeConteudo() {}

    /// `application/json`, com qualquer parâmetro, contanto que um `charset` seja UTF-8.
    static boolean ehJsonEmUtf8(String tipo) {
        var partes = tipo.toLowerCase(Locale.ROOT).split(";", -1);
        if (!partes[0].strip().equals("application/json")) {
            return false;
        }
        for (int i = 1; i < partes.length; i++) {
            String parametro = partes[i].strip().replace("\"", "");
            if (parametro.startsWith("charset=") && !parametro.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }
}
