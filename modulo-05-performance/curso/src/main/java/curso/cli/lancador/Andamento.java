package curso.cli.lancador;

/// Uma linha só, reescrita; fora de um terminal não há andamento.
final class Andamento {

    private static final int LARGURA = 79;

    private final boolean terminal = System.console() != null && System.console().isTerminal();

    boolean terminal() {
        return terminal;
    }

    /// Apaga com espaços: o console do Windows pode não entender as sequências ANSI.
    void mostrar(String texto) {
        if (terminal) {
            var cabe = texto.isEmpty() ? "" : "  " + texto;
            System.err.print("\r" + " ".repeat(LARGURA) + "\r" + cabe.substring(0, Math.min(LARGURA, cabe.length())));
            System.err.flush();
        }
    }
}
