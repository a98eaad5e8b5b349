package rinha.credito.contrato;

/// Números JSON em bytes.
final class NumeroJson {
    private NumeroJson() {}

    /// A posição logo depois do número que começa em `i`, com ou sem fração e expoente.
    static int pular(byte[] bytes, int i, int fim) throws Invalido {
        if (i < fim && bytes[i] == '-') {
            i++;
        }
        i = i < fim && bytes[i] == '0' ? i + 1 : pularDigitos(bytes, i, fim);
        if (i < fim && bytes[i] == '.') {
            i = pularDigitos(bytes, i + 1, fim);
        }
        if (i < fim && (bytes[i] | 0x20) == 'e') {
            i++;
            boolean comSinal = i < fim && (bytes[i] == '+' || bytes[i] == '-');
            i = pularDigitos(bytes, comSinal ? i + 1 : i, fim);
        }
        return i;
    }

    private static int pularDigitos(byte[] bytes, int inicio, int fim) throws Invalido {
        int i = inicio;
        while (i < fim && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        if (i == inicio) {
            throw Recusa.JSON_MALFORMADO.comoExcecao();
        }
        return i;
    }

    /// O valor exato de um número já bem formado; recusa fração, expoente e o que não cabe em 64 bits.
    static long inteiro(byte[] bytes, int inicio, int fim) throws Invalido {
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
