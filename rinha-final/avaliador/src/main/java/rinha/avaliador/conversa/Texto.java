package rinha.avaliador.conversa;

/// O que veio de fora, posto em condições de ser lido.
public final class Texto {

    private static final int RESUMO = 240;

    private Texto() {
    }

    /// Corta o que passa de 240 caracteres, e diz quantos eram. Conta pontos de código: o corte não parte um emoji.
    public static String resumido(String texto) {
        int caracteres = texto.codePointCount(0, texto.length());
        return caracteres <= RESUMO ? texto : texto.substring(0, texto.offsetByCodePoints(0, RESUMO)) + "… (" + caracteres + " caracteres)";
    }
}
