package curso.bancada.medicao;

/// As tintas das telas, em códigos ANSI de 16 cores: seguem o tema do terminal, claro ou escuro.
enum Cor {
    TITULO("1"),
    APAGADO("2"),
    BARRA("36"),
    CERTO("32"),
    ERRADO("31"),
    DUVIDA("33");

    static final String FIM = "\u001b[0m";

    private final String codigo;

    Cor(String codigo) {
        this.codigo = "\u001b[" + codigo + "m";
    }

    String codigo() {
        return codigo;
    }

    static Cor de(Veredito veredito) {
        return switch (veredito) {
            case VALE -> CERTO;
            case NAO_VALE -> ERRADO;
            case INCONCLUSIVA -> DUVIDA;
        };
    }
}
