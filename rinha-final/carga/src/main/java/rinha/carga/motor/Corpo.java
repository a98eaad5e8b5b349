package rinha.carga.motor;

import java.util.Arrays;

/// Vetor de bytes que cresce até um teto e é reusado de resposta em resposta.
final class Corpo {

    static final int MAXIMO = 16 << 20;

    private byte[] bytes = new byte[256];
    private int tamanho;

    void recomecar() {
        tamanho = 0;
    }

    void juntar(byte[] b, int de, int quantos) throws RespostaInvalida {
        exigirQueCaiba((long) tamanho + quantos);
        if (tamanho + quantos > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, tamanho + quantos));
        }
        System.arraycopy(b, de, bytes, tamanho, quantos);
        tamanho += quantos;
    }

    /// Recusa antes de receber o que não vai caber.
    static void exigirQueCaiba(long quantos) throws RespostaInvalida {
        if (quantos > MAXIMO) {
            throw new RespostaInvalida("corpo de mais de 16 MiB; o gerador não guarda tanto");
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int tamanho() {
        return tamanho;
    }
}
