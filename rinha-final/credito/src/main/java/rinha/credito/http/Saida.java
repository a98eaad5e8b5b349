package rinha.credito.http;

import jakarta.servlet.http.HttpServletResponse;

/// Se esta instância já anunciou que vai encerrar: `/ready` responde 503 e cada resposta pede o fim da conexão.
final class Saida {
    private volatile boolean anunciada;

    void anunciar() {
        anunciada = true;
    }

    /// Chame antes de escrever a resposta.
    void pedirFim(HttpServletResponse resposta) {
        if (anunciada) {
            resposta.setHeader("Connection", "close");
        }
    }

    boolean anunciada() {
        return anunciada;
    }
}
