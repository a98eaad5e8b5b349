package rinha.credito.http;

/// Lê o `{id}` do caminho.
final class IdDeCliente {
    static final int NENHUM = -1;

    private static final int MAXIMO_DE_DIGITOS = 10;

    private IdDeCliente() {}

    /// O id, ou [#NENHUM] se o texto não é um inteiro positivo em sua forma única (`01` e `+1` não são o cliente `1`).
    static int ler(String texto) {
        int tamanho = texto.length();
        if (tamanho == 0 || tamanho > MAXIMO_DE_DIGITOS || texto.charAt(0) == '0') {
            return NENHUM;
        }
        long id = 0;
        for (int i = 0; i < tamanho; i++) {
            int digito = texto.charAt(i) - '0';
            if (digito < 0 || digito > 9) {
                return NENHUM;
            }
            id = id * 10 + digito;
        }
        return id <= Integer.MAX_VALUE ? (int) id : NENHUM;
    }
}
