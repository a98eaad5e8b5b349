package rinha.carga.motor;

import java.util.Arrays;

/// Corpo de uma resposta: guardado até um teto, num vetor reusado, ou só contado se ninguém vai olhá-lo.
final class Corpo {

    /// Quanto se guarda para conferir. O maior extrato da Rinha tem pouco mais de 1 KiB.
    static final int MAXIMO = 1 << 20;

    private static final int PEQUENO = 256;
    /// Um vetor maior que isto não espera pela próxima resposta: com muitas conexões, a memória seria toda deles.
    private static final int MAXIMO_PARADO = 64 << 10;

    private final int maximo;
    private final boolean guarda;
    private byte[] bytes = new byte[PEQUENO];
    private int tamanho;
    private long recebidos;

    private Corpo(int maximo, boolean guarda) {
        this.maximo = maximo;
        this.guarda = guarda;
    }

    static Corpo guardado(int maximo) {
        return new Corpo(maximo, true);
    }

    /// Devolve o corpo de que só se sabe o tamanho, sem teto.
    static Corpo contado() {
        return new Corpo(0, false);
    }

    void recomecar() {
        tamanho = 0;
        recebidos = 0;
        if (bytes.length > MAXIMO_PARADO) {
            bytes = new byte[PEQUENO];
        }
    }

    void juntar(byte[] b, int de, int quantos) throws RespostaInvalida {
        exigirQueCaiba(recebidos + quantos);
        recebidos += quantos;
        if (!guarda) {
            return;
        }
        if (tamanho + quantos > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, tamanho + quantos));
        }
        System.arraycopy(b, de, bytes, tamanho, quantos);
        tamanho += quantos;
    }

    /// Recusa antes de receber o que não vai caber.
    void exigirQueCaiba(long quantos) throws RespostaInvalida {
        if (guarda && quantos > maximo) {
            throw new RespostaInvalida("corpo de mais de %d KiB, o máximo que se guarda aqui para conferir".formatted(maximo >> 10), true);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    /// Bytes guardados; zero no corpo só contado.
    int tamanho() {
        return tamanho;
    }

    long recebidos() {
        return recebidos;
    }
}
