package rinha.credito.http;

import java.util.Enumeration;

/// Entende o `Content-Encoding` de um pedido, fora do caminho rápido.
final class CodificacaoDoCorpo {
    private CodificacaoDoCorpo() {}

    /// Se o corpo vem como é: `identity` ou nada, em todas as linhas do cabeçalho.
    static boolean ehNenhuma(Enumeration<String> linhas) {
        while (linhas.hasMoreElements()) {
            for (String codificacao : linhas.nextElement().split(",")) {
                if (!codificacao.isBlank() && !codificacao.strip().equalsIgnoreCase("identity")) {
                    return false;
                }
            }
        }
        return true;
    }
}
