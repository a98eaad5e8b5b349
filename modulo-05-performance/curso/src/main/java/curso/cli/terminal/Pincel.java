package curso.cli.terminal;

/// Pinta textos com sequências ANSI, ou os deixa como estão.
///
/// @param cores se o destino entende cores
public record Pincel(boolean cores) {

    private static final String ESC = "\u001b[";

    public String pintar(String texto, Estilo estilo) {
        if (!cores || texto.isEmpty() || estilo == Estilo.NORMAL) {
            return texto;
        }
        return ESC + estilo.parametros() + "m" + texto + ESC + "0m";
    }

    public String negrito(String texto) {
        return pintar(texto, Estilo.NEGRITO);
    }

    public String fraco(String texto) {
        return pintar(texto, Estilo.FRACO);
    }

    public String certo(String texto) {
        return pintar(texto, Estilo.CERTO);
    }

    public String errado(String texto) {
        return pintar(texto, Estilo.ERRADO);
    }

    public String atencao(String texto) {
        return pintar(texto, Estilo.ATENCAO);
    }

    public String titulo(String texto) {
        return pintar(texto, Estilo.TITULO);
    }

    public String destaque(String texto) {
        return pintar(texto, Estilo.DESTAQUE);
    }
}
