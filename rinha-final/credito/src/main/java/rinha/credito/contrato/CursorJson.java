package rinha.credito.contrato;

/// Percorre um JSON em bytes, uma vez, recusando tudo o que a RFC 8259 não permite.
final class CursorJson {
    private static final int PROFUNDIDADE_MAXIMA = 16;

    private final byte[] bytes;
    private final int fim;
    private int i;

    CursorJson(byte[] bytes, int tamanho) {
        this.bytes = bytes;
        this.fim = tamanho;
    }

    /// O próximo byte que não é espaço, sem consumi-lo; −1 no fim.
    int espiar() {
        while (i < fim) {
            byte b = bytes[i];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b & 0xff;
            }
            i++;
        }
        return -1;
    }

    void exigir(char esperado) throws Invalido {
        if (espiar() != esperado) {
            throw Recusa.JSON_MALFORMADO.comoExcecao();
        }
        i++;
    }

    boolean aceitar(char esperado) {
        if (espiar() != esperado) {
            return false;
        }
        i++;
        return true;
    }

    void exigirFim() throws Invalido {
        if (espiar() != -1) {
            throw Recusa.JSON_MALFORMADO.comoExcecao();
        }
    }

    String texto() throws Invalido {
        exigir('"');
        int inicio = i;
        while (i < fim) {
            byte b = bytes[i];
            if (b == '"') {
                return TextoJson.ascii(bytes, inicio, i++);
            }
            if (b < ' ' || b == '\\') {
                return textoComEscapes(inicio);
            }
            i++;
        }
        throw Recusa.JSON_MALFORMADO.comoExcecao();
    }

    /// Um byte negativo (UTF-8), um escape ou um caractere de controle tirou o texto do caminho rápido.
    private String textoComEscapes(int inicio) throws Invalido {
        var texto = new TextoJson(bytes, inicio, i, fim);
        i = texto.ler();
        return texto.toString();
    }

    /// Um inteiro sem fração nem expoente.
    long inteiro() throws Invalido {
        int inicio = i;
        i = NumeroJson.pular(bytes, i, fim);
        return NumeroJson.inteiro(bytes, inicio, i);
    }

    void pularValor() throws Invalido {
        pularValor(0);
    }

    private void pularValor(int profundidade) throws Invalido {
        if (profundidade > PROFUNDIDADE_MAXIMA) {
            throw Recusa.JSON_MALFORMADO.comoExcecao();
        }
        switch (espiar()) {
            case '"' -> texto();
            case '{' -> pularObjeto(profundidade);
            case '[' -> pularLista(profundidade);
            case 't' -> pularPalavra("true");
            case 'f' -> pularPalavra("false");
            case 'n' -> pularPalavra("null");
            default -> i = NumeroJson.pular(bytes, i, fim);
        }
    }

    private void pularObjeto(int profundidade) throws Invalido {
        exigir('{');
        if (aceitar('}')) {
            return;
        }
        do {
            texto();
            exigir(':');
            pularValor(profundidade + 1);
        } while (aceitar(','));
        exigir('}');
    }

    private void pularLista(int profundidade) throws Invalido {
        exigir('[');
        if (aceitar(']')) {
            return;
        }
        do {
            pularValor(profundidade + 1);
        } while (aceitar(','));
        exigir(']');
    }

    private void pularPalavra(String palavra) throws Invalido {
        for (int j = 0; j < palavra.length(); j++) {
            if (i >= fim || bytes[i++] != palavra.charAt(j)) {
                throw Recusa.JSON_MALFORMADO.comoExcecao();
            }
        }
    }
}
