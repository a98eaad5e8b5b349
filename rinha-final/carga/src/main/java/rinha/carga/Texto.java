package rinha.carga;

import java.util.regex.Pattern;

/// Torna mostrável um texto que veio de fora: do servidor ou do pedido.
public final class Texto {

    private static final Pattern INVISIVEIS = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    private Texto() {
    }

    /// Troca o que um terminal obedeceria: os caracteres de controle, também os de além do ASCII, e os que invertem a escrita.
    public static String visivel(String texto) {
        return INVISIVEIS.matcher(texto).replaceAll("\uFFFD");
    }

    /// Devolve o começo do texto, de no máximo `maximo` unidades, sem partir um caractere ao meio.
    public static String comeco(String texto, int maximo) {
        if (texto.length() <= maximo) {
            return texto;
        }
        return texto.substring(0, Character.isHighSurrogate(texto.charAt(maximo - 1)) ? maximo - 1 : maximo);
    }
}
