package rinha.carga;

/// Torna mostrável um texto que veio de fora: do servidor ou do pedido.
public final class Texto {

    private static final char PERDIDO = '\ufffd';

    private Texto() {
    }

    /// Troca os caracteres de controle: num terminal, eles mandariam em vez de aparecer.
    public static String visivel(String texto) {
        StringBuilder s = new StringBuilder(texto.length());
        texto.chars().forEach(c -> s.append(Character.isISOControl(c) ? PERDIDO : (char) c));
        return s.toString();
    }

    /// Devolve o começo do texto, de no máximo `maximo` unidades, sem partir um caractere ao meio.
    public static String comeco(String texto, int maximo) {
        if (texto.length() <= maximo) {
            return texto;
        }
        return texto.substring(0, Character.isHighSurrogate(texto.charAt(maximo - 1)) ? maximo - 1 : maximo);
    }
}
