package rinha.carga.motor;

import java.util.Arrays;

/// Vetor de bytes que cresce até um teto e é reusado de resposta em resposta.
final class Corpo {

    static final int MAXIMO = 16 << 20;

    private final int maximo;
    private byte[] bytes = new byte[256];
    private int tamanho;

    Corpo(int maximo) {
        this.maximo = maximo;
    }

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
    void exigirQueCaiba(long quantos) throws RespostaInvalida {
        if (quantos > maximo) {
            throw new RespostaInvalida("corpo de mais de %d KiB; ninguém aqui guarda tanto".formatted(maximo >> 10));
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int tamanho() {
        return tamanho;
    }
}
