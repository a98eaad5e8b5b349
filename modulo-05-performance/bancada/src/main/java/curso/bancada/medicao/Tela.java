package curso.bancada.medicao;

/// Como desenhar num terminal: quantas colunas há, se há cor e se só se pode usar ASCII nos desenhos.
///
/// @param largura colunas, ao menos 40
/// @param cor     escreve sequências ANSI
/// @param ascii   troca blocos e sinais Unicode por ASCII (o texto continua com acentos)
public record Tela(int largura, boolean cor, boolean ascii) {

    private static final int MINIMA = 40;
    private static final int PADRAO = 80;

    public Tela {
        Exigir.que(largura >= MINIMA, "largura: %d colunas; são precisas ao menos %d", largura, MINIMA);
    }

    /// Lê do processo: `COLUMNS` para a largura (80 se faltar), cor só num terminal, sem `NO_COLOR` nem `TERM=dumb`.
    public static Tela doProcesso() {
        var console = System.console();
        boolean terminal = console != null && console.isTerminal();
        var noColor = System.getenv("NO_COLOR");
        boolean cor = terminal && (noColor == null || noColor.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
        return new Tela(larguraDoAmbiente(System.getenv("COLUMNS")), cor, false);
    }

    public Tela semCor() {
        return new Tela(largura, false, ascii);
    }

    public Tela comLargura(int colunas) {
        return new Tela(colunas, cor, ascii);
    }

    public Tela emAscii() {
        return new Tela(largura, cor, true);
    }

    static int larguraDoAmbiente(String columns) {
        if (columns == null || !columns.matches("\\d{1,4}")) {
            return PADRAO;
        }
        return Math.max(MINIMA, Integer.parseInt(columns));
    }

    String pintar(Cor tinta, String texto) {
        return cor && !texto.isEmpty() ? tinta.codigo() + texto + Cor.FIM : texto;
    }
}
