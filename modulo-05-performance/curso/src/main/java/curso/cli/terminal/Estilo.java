package curso.cli.terminal;

/// Como um trecho aparece no terminal; sem cores, todos aparecem iguais.
///
/// Só cores da paleta de 16: elas seguem o tema de cada um, claro ou escuro.
public enum Estilo {
    NORMAL(""),
    NEGRITO("1"),
    FRACO("2"),
    ITALICO("3"),
    SUBLINHADO("4"),
    CERTO("32"),
    ERRADO("31"),
    ATENCAO("33"),
    TITULO("1;36"),
    DESTAQUE("36"),
    CODIGO("33"),
    PALAVRA_CHAVE("34"),
    TEXTO_LITERAL("32"),
    ANOTACAO("35");

    private final String parametros;

    Estilo(String parametros) {
        this.parametros = parametros;
    }

    String parametros() {
        return parametros;
    }
}
