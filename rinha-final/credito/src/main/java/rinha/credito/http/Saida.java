package rinha.credito.http;

/// Se esta instância já anunciou que vai encerrar: `/ready` responde 503 e cada resposta pede o fim da conexão.
final class Saida {
    private volatile boolean anunciada;

    void anunciar() {
        anunciada = true;
    }

    boolean anunciada() {
        return anunciada;
    }
}
