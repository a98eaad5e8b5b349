package rinha.avaliador.conversa;

/// O que veio de fora, posto em condições de ser lido.
public final class Texto {

    private static final int RESUMO = 240;

    private Texto() {
    }

    /// Troca o que um terminal obedeceria: os caracteres de controle, também os de além do ASCII, e os que invertem a escrita.
    public static String visivel(String texto) {
        return texto.replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD");
    }

    /// Corta o que passa de 240 caracteres, e diz quantos eram. Conta pontos de código: o corte não parte um emoji.
    public static String resumido(String texto) {
        int caracteres = texto.codePointCount(0, texto.length());
        return caracteres <= RESUMO ? texto : texto.substring(0, texto.offsetByCodePoints(0, RESUMO)) + "… (" + caracteres + " caracteres)";
    }
}
