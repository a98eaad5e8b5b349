package rinha.credito.contrato;

import java.nio.charset.StandardCharsets;

/// Decodifica um texto JSON com escapes ou UTF-8, recusando sequências inválidas e substitutos sem par.
final class TextoJson {
    private final byte[] bytes;
    private final int fim;
    private final StringBuilder texto = new StringBuilder();
    private int i;

    /// @param ascii onde terminou o trecho já visto, todo ASCII e sem escapes, que começa em `inicio`
    TextoJson(byte[] bytes, int inicio, int ascii, int fim) {
        this.bytes = bytes;
        this.fim = fim;
        this.i = ascii;
        texto.append(ascii(bytes, inicio, ascii));
    }

    static String ascii(byte[] bytes, int inicio, int fim) {
        return new String(bytes, inicio, fim - inicio, StandardCharsets.ISO_8859_1);
    }

    /// A posição logo depois das aspas finais.
    int ler() throws Invalido {
        while (true) {
            int b = proximo();
            if (b == '"') {
                exigirParesDeSubstitutos();
                return i;
            }
            if (b < ' ') {
                throw Recusa.JSON_MALFORMADO.comoExcecao();
            }
            if (b == '\\') {
                texto.append(escape());
            } else if (b < 0x80) {
                texto.append((char) b);
            } else {
                texto.appendCodePoint(utf8(b));
            }
        }
    }

    private int proximo() throws Invalido {
        if (i >= fim) {
            throw Recusa.JSON_MALFORMADO.comoExcecao();
        }
        return bytes[i++] & 0xff;
    }

    private char escape() throws Invalido {
        return switch (proximo()) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw Recusa.JSON_MALFORMADO.comoExcecao();
        };
    }

    private char unicode() throws Invalido {
        int c = 0;
        for (int j = 0; j < 4; j++) {
            int b = proximo();
            // Character.digit aceitaria algarismos de outros alfabetos; um byte sozinho não chega a eles.
            int digito = Character.digit(b, 16);
            if (digito < 0) {
                throw Recusa.JSON_MALFORMADO.comoExcecao();
            }
            c = c << 4 | digito;
        }
        return (char) c;
    }

    private int utf8(int primeiro) throws Invalido {
        int continuacoes = primeiro >= 0xf0 ? 3 : primeiro >= 0xe0 ? 2 : 1;
        if (primeiro < 0xc2 || primeiro > 0xf4) {
            throw Recusa.UTF8_INVALIDO.comoExcecao();
        }
        int ponto = primeiro & (0x3f >> continuacoes);
        for (int j = 0; j < continuacoes; j++) {
            int b = i < fim ? bytes[i] & 0xff : 0;
            if ((b & 0xc0) != 0x80) {
                throw Recusa.UTF8_INVALIDO.comoExcecao();
            }
            ponto = ponto << 6 | b & 0x3f;
            i++;
        }
        int minimo = continuacoes == 3 ? 0x10000 : continuacoes == 2 ? 0x800 : 0x80;
        if (ponto < minimo || ponto > Character.MAX_CODE_POINT || ponto >= 0xd800 && ponto <= 0xdfff) {
            throw Recusa.UTF8_INVALIDO.comoExcecao();
        }
        return ponto;
    }

    /// `\ud83d` sozinho é JSON bem formado, mas não é texto: nenhum banco o guarda em UTF-8.
    private void exigirParesDeSubstitutos() throws Invalido {
        for (int j = 0; j < texto.length(); j++) {
            char c = texto.charAt(j);
            if (Character.isHighSurrogate(c) && j + 1 < texto.length() && Character.isLowSurrogate(texto.charAt(j + 1))) {
                j++;
            } else if (Character.isSurrogate(c)) {
                throw Recusa.UTF8_INVALIDO.comoExcecao();
            }
        }
    }

    @Override
    public String toString() {
        return texto.toString();
    }
}
