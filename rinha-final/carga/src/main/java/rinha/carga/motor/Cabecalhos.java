package rinha.carga.motor;

import java.nio.charset.StandardCharsets;
import rinha.carga.Texto;

/// Interpreta a linha de status e os cabeçalhos que decidem onde a resposta termina.
///
/// Recusa o que é ambíguo (dois tamanhos, tamanho com `chunked`, continuação de linha): dois leitores
/// podem discordar do fim de uma resposta assim, e a conexão seguinte lê lixo.
final class Cabecalhos {

    private static final byte[] CONTENT_LENGTH = "content-length".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRANSFER_ENCODING = "transfer-encoding".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONNECTION = "connection".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "close".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] KEEP_ALIVE = "keep-alive".getBytes(StandardCharsets.US_ASCII);

    private int status;
    private long tamanho;
    private boolean chunked;
    private boolean http10;
    private boolean mandouFechar;
    private boolean mandouManter;

    void recomecar() {
        status = 0;
        tamanho = -1;
        chunked = false;
        http10 = false;
        mandouFechar = false;
        mandouManter = false;
    }

    /// Lê `HTTP/1.x NNN …`.
    void linhaDeStatus(byte[] b, int n) throws RespostaInvalida {
        boolean forma = n >= 12 && b[0] == 'H' && b[1] == 'T' && b[2] == 'T' && b[3] == 'P' && b[4] == '/'
                && b[5] == '1' && b[6] == '.' && (b[7] == '0' || b[7] == '1') && b[8] == ' ' && (n == 12 || b[12] == ' ');
        status = forma ? digito(b[9]) * 100 + digito(b[10]) * 10 + digito(b[11]) : 0;
        if (!forma || status < 100 || status > 599) {
            throw new RespostaInvalida("linha de status «" + texto(b, 0, n) + "»; esperado HTTP/1.1 e um código");
        }
        http10 = b[7] == '0';
    }

    void cabecalho(byte[] b, int n) throws RespostaInvalida {
        int dois = 0;
        while (dois < n && b[dois] != ':') {
            if (b[dois] <= ' ') {
                throw new RespostaInvalida("cabeçalho «" + texto(b, 0, n) + "»: espaço antes dos dois-pontos");
            }
            dois++;
        }
        if (dois == 0 || dois == n) {
            throw new RespostaInvalida("cabeçalho «" + texto(b, 0, n) + "» sem nome ou sem dois-pontos");
        }
        // Quase todos param aqui: nenhum dos três nomes que importam tem outro tamanho.
        switch (dois) {
            case 14 -> contentLength(b, dois, n);
            case 17 -> transferEncoding(b, dois, n);
            case 10 -> connection(b, dois, n);
            default -> { }
        }
    }

    private void contentLength(byte[] b, int dois, int n) throws RespostaInvalida {
        if (!comeca(b, 0, CONTENT_LENGTH)) {
            return;
        }
        String valor = cru(b, dois + 1, n).trim();
        boolean numero = !valor.isEmpty() && valor.length() <= 18 && valor.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!numero || tamanho >= 0 && tamanho != Long.parseLong(valor)) {
            throw new RespostaInvalida("Content-Length «" + Texto.visivel(valor) + "» inválido ou repetido com outro valor");
        }
        tamanho = Long.parseLong(valor);
    }

    private void transferEncoding(byte[] b, int dois, int n) throws RespostaInvalida {
        if (!comeca(b, 0, TRANSFER_ENCODING)) {
            return;
        }
        String valor = cru(b, dois + 1, n).trim();
        if (chunked || !valor.equalsIgnoreCase("chunked")) {
            throw new RespostaInvalida("Transfer-Encoding «" + Texto.visivel(valor) + "»; o gerador só entende chunked, uma vez");
        }
        chunked = true;
    }

    private void connection(byte[] b, int dois, int n) {
        if (!comeca(b, 0, CONNECTION)) {
            return;
        }
        for (int de = dois + 1; de < n; ) {
            int ate = de;
            while (ate < n && b[ate] != ',') {
                ate++;
            }
            mandouFechar |= ehPalavra(b, de, ate, CLOSE);
            mandouManter |= ehPalavra(b, de, ate, KEEP_ALIVE);
            de = ate + 1;
        }
    }

    private static boolean ehPalavra(byte[] b, int de, int ate, byte[] palavra) {
        while (de < ate && b[de] <= ' ') {
            de++;
        }
        while (ate > de && b[ate - 1] <= ' ') {
            ate--;
        }
        return ate - de == palavra.length && comeca(b, de, palavra);
    }

    void conferir() throws RespostaInvalida {
        if (chunked && tamanho >= 0) {
            throw new RespostaInvalida("Content-Length e Transfer-Encoding na mesma resposta");
        }
    }

    private static boolean comeca(byte[] b, int de, byte[] nome) {
        for (int i = 0; i < nome.length; i++) {
            if ((b[de + i] | 0x20) != (nome[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private static int digito(byte b) {
        return b >= '0' && b <= '9' ? b - '0' : -1000;
    }

    /// Devolve o que o servidor mandou, para uma mensagem de erro.
    static String texto(byte[] b, int de, int ate) {
        return Texto.visivel(cru(b, de, ate));
    }

    private static String cru(byte[] b, int de, int ate) {
        return new String(b, de, Math.min(ate - de, 200), StandardCharsets.ISO_8859_1);
    }

    int status() {
        return status;
    }

    /// Devolve o `Content-Length`, ou -1.
    long tamanho() {
        return tamanho;
    }

    boolean chunked() {
        return chunked;
    }

    /// Diz se o servidor avisou que fecha a conexão depois desta resposta.
    boolean fecha() {
        return mandouFechar || http10 && !mandouManter;
    }
}
