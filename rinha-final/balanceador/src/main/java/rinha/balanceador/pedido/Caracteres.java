package rinha.balanceador.pedido;

/// Quais bytes podem estar onde, segundo as RFC 9110 e 9112.
final class Caracteres {
    private static final boolean[] DE_NOME = new boolean[128];

    static {
        "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".chars().forEach(c -> DE_NOME[c] = true);
    }

    private Caracteres() {}

    /// Num método ou nome de cabeçalho: sem espaço antes dos dois-pontos, portanto.
    static boolean deNome(byte b) {
        return b >= 0 && DE_NOME[b];
    }

    /// Num valor de cabeçalho: visível, espaço, tabulação ou acima de 127; nunca NUL, LF ou outro controle.
    static boolean deValor(byte b) {
        return b < 0 || (b >= ' ' && b != 0x7f) || b == '\t';
    }

    static boolean digito(byte b) {
        return b >= '0' && b <= '9';
    }
}
