package rinha.carga.motor;

import java.util.Arrays;

/// Junta bytes até o fim de uma linha, terminada por CRLF ou só LF.
final class Linhas {

    private static final int MAXIMO_DOS_CABECALHOS = 64 << 10;

    private byte[] linha = new byte[128];
    private int tamanho;
    private int total;
    private boolean completa;

    void recomecar() {
        tamanho = 0;
        total = 0;
        completa = false;
    }

    /// Zera a conta do teto de cabeçalhos, que não vale para as linhas entre pedaços.
    void zerarTotal() {
        total = 0;
    }

    /// Consome de `b` até o fim da linha ou dos bytes; devolve a posição em que parou.
    int acumular(byte[] b, int de, int n) throws RespostaInvalida {
        if (completa) {
            tamanho = 0;
            completa = false;
        }
        int fim = de;
        while (fim < n && b[fim] != '\n') {
            fim++;
        }
        total += fim - de + 1;
        if (total > MAXIMO_DOS_CABECALHOS) {
            throw new RespostaInvalida("mais de 64 KiB de cabeçalhos");
        }
        juntar(b, de, fim - de);
        if (fim == n) {
            return n;
        }
        completa = true;
        if (tamanho > 0 && linha[tamanho - 1] == '\r') {
            tamanho--;
        }
        return fim + 1;
    }

    private void juntar(byte[] b, int de, int quantos) {
        if (tamanho + quantos > linha.length) {
            linha = Arrays.copyOf(linha, Math.max(linha.length * 2, tamanho + quantos));
        }
        System.arraycopy(b, de, linha, tamanho, quantos);
        tamanho += quantos;
    }

    /// Diz se há uma linha inteira em [#bytes].
    boolean completa() {
        return completa;
    }

    byte[] bytes() {
        return linha;
    }

    int tamanho() {
        return tamanho;
    }
}
