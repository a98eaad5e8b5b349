package curso.bancada.medicao;

/// O que a execução disse de uma afirmação.
public enum Veredito {
    VALE("✔", "vale"),
    NAO_VALE("✘", "não vale"),
    INCONCLUSIVA("?", "inconclusiva");

    private final String sinal;
    private final String texto;

    Veredito(String sinal, String texto) {
        this.sinal = sinal;
        this.texto = texto;
    }

    public String sinal() {
        return sinal;
    }

    public String texto() {
        return texto;
    }
}
