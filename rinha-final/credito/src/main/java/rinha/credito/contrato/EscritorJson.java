package rinha.credito.contrato;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/// Monta JSON direto em bytes UTF-8, sem árvore nem reflexão.
final class EscritorJson {
    private static final byte[] HEXA = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int MAIOR_LONG = 20;

    private byte[] bytes;
    private int tamanho;

    EscritorJson(int capacidade) {
        bytes = new byte[capacidade];
    }

    /// Copia bytes que já são JSON.
    EscritorJson cru(byte[] json) {
        reservar(json.length);
        System.arraycopy(json, 0, bytes, tamanho, json.length);
        tamanho += json.length;
        return this;
    }

    EscritorJson numero(long valor) {
        reservar(MAIOR_LONG);
        if (valor == Long.MIN_VALUE) {
            return cru("-9223372036854775808".getBytes(StandardCharsets.US_ASCII));
        }
        if (valor < 0) {
            bytes[tamanho++] = '-';
            valor = -valor;
        }
        int digitos = 1;
        for (long resto = valor; resto >= 10; resto /= 10) {
            digitos++;
        }
        for (int i = tamanho + digitos - 1; i >= tamanho; i--) {
            bytes[i] = (byte) ('0' + valor % 10);
            valor /= 10;
        }
        tamanho += digitos;
        return this;
    }

    EscritorJson texto(String texto) {
        byte[] utf8 = texto.getBytes(StandardCharsets.UTF_8);
        reservar(utf8.length * 6 + 2);
        bytes[tamanho++] = '"';
        for (byte b : utf8) {
            if (b == '"' || b == '\\') {
                bytes[tamanho++] = '\\';
                bytes[tamanho++] = b;
            } else if (b >= 0 && b < ' ') {
                escape(b);
            } else {
                bytes[tamanho++] = b;
            }
        }
        bytes[tamanho++] = '"';
        return this;
    }

    /// ISO-8601 em UTC, com seis casas: o texto ordena como o instante.
    EscritorJson instante(Instant instante) {
        reservar(InstanteIso.TAMANHO + 2);
        bytes[tamanho++] = '"';
        tamanho = InstanteIso.escrever(instante, bytes, tamanho);
        bytes[tamanho++] = '"';
        return this;
    }

    byte[] bytes() {
        return tamanho == bytes.length ? bytes : Arrays.copyOf(bytes, tamanho);
    }

    private void escape(byte b) {
        bytes[tamanho++] = '\\';
        bytes[tamanho++] = 'u';
        bytes[tamanho++] = '0';
        bytes[tamanho++] = '0';
        bytes[tamanho++] = HEXA[b >> 4];
        bytes[tamanho++] = HEXA[b & 0xf];
    }

    private void reservar(int mais) {
        if (tamanho + mais > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, tamanho + mais));
        }
    }
}
