package rinha.carga.motor;

/// Lê o tamanho hexadecimal de um pedaço `chunked`, com ou sem extensão.
final class TamanhoDoPedaco {

    private static final int MAXIMO_DE_DIGITOS = 7;

    private TamanhoDoPedaco() {
    }

    static int ler(byte[] b, int n) throws RespostaInvalida {
        int valor = 0;
        int i = 0;
        while (i < n && i < MAXIMO_DE_DIGITOS && Character.digit(b[i], 16) >= 0) {
            valor = valor * 16 + Character.digit(b[i++], 16);
        }
        boolean fim = i == n || b[i] == ';' || b[i] == ' ';
        if (i == 0 || !fim) {
            throw new RespostaInvalida("tamanho de pedaço «" + Cabecalhos.texto(b, 0, n) + "»; esperado hexadecimal");
        }
        return valor;
    }
}
