package rinha.credito.contrato;

/// Lê um número JSON já bem formado como um `long` exato.
final class InteiroJson {
    private InteiroJson() {}

    static long ler(byte[] bytes, int inicio, int fim) throws Invalido {
        boolean negativo = bytes[inicio] == '-';
        // Acumula negativo: −2^63 cabe num long, 2^63 não.
        long valor = 0;
        for (int i = negativo ? inicio + 1 : inicio; i < fim; i++) {
            int digito = bytes[i] - '0';
            if (digito < 0 || digito > 9) {
                throw Recusa.VALOR_NAO_INTEIRO.comoExcecao();
            }
            if (valor < (Long.MIN_VALUE + digito) / 10) {
                throw foraDoAlcance(bytes, i, fim);
            }
            valor = valor * 10 - digito;
        }
        if (negativo) {
            return valor;
        }
        if (valor == Long.MIN_VALUE) {
            throw Recusa.VALOR_FORA_DO_ALCANCE.comoExcecao();
        }
        return -valor;
    }

    /// `99999999999999999999.5` é antes de tudo um número com fração.
    private static Invalido foraDoAlcance(byte[] bytes, int i, int fim) {
        for (int j = i; j < fim; j++) {
            if (bytes[j] < '0' || bytes[j] > '9') {
                return Recusa.VALOR_NAO_INTEIRO.comoExcecao();
            }
        }
        return Recusa.VALOR_FORA_DO_ALCANCE.comoExcecao();
    }
}
