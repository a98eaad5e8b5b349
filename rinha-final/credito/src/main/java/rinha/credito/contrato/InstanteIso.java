package rinha.credito.contrato;

import java.time.Instant;
import java.time.ZoneOffset;

/// `2024-01-17T02:34:41.217753Z`, escrito sem o custo de um `DateTimeFormatter`.
final class InstanteIso {
    static final int TAMANHO = 27;

    private InstanteIso() {}

    /// Escreve a partir de `posicao` e devolve a posição seguinte; anos de 0 a 9999.
    static int escrever(Instant instante, byte[] destino, int posicao) {
        var data = instante.atOffset(ZoneOffset.UTC);
        int i = digitos(data.getYear(), 4, destino, posicao, '-');
        i = digitos(data.getMonthValue(), 2, destino, i, '-');
        i = digitos(data.getDayOfMonth(), 2, destino, i, 'T');
        i = digitos(data.getHour(), 2, destino, i, ':');
        i = digitos(data.getMinute(), 2, destino, i, ':');
        i = digitos(data.getSecond(), 2, destino, i, '.');
        return digitos(data.getNano() / 1_000, 6, destino, i, 'Z');
    }

    private static int digitos(int valor, int quantos, byte[] destino, int posicao, char depois) {
        for (int i = posicao + quantos - 1; i >= posicao; i--) {
            destino[i] = (byte) ('0' + valor % 10);
            valor /= 10;
        }
        destino[posicao + quantos] = (byte) depois;
        return posicao + quantos + 1;
    }
}
