package rinha.carga;

/// Recusa configuração errada com uma mensagem que diz o que veio, a regra e o que fazer.
final class Exigir {

    private Exigir() {
    }

    static void que(boolean condicao, String mensagem, Object... partes) {
        if (!condicao) {
            throw new IllegalArgumentException(mensagem.formatted(partes));
        }
    }
}
