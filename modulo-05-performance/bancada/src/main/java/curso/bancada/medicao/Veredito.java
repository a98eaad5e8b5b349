package curso.bancada.medicao;

/// O que a execução disse de uma afirmação.
public enum Veredito {
    VALE("✔", "[ok]", "vale"),
    NAO_VALE("✘", "[x]", "não vale"),
    INCONCLUSIVA("?", "[?]", "inconclusiva");

    private final String sinal;
    private final String ascii;
    private final String texto;

    Veredito(String sinal, String ascii, String texto) {
        this.sinal = sinal;
        this.ascii = ascii;
        this.texto = texto;
    }

    public String sinal() {
        return sinal;
    }

    /// O sinal para telas que só têm ASCII.
    public String ascii() {
        return ascii;
    }

    public String texto() {
        return texto;
    }
}
