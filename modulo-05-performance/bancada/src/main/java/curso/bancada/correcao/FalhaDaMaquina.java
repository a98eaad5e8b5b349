package curso.bancada.correcao;

/// O teste não pôde ser feito por causa da máquina, e nada se sabe do código: a correção vira [Situacao#INTERROMPIDO].
///
/// Quem a lança já tentou de novo e esperou com folga; o que falta é a máquina.
public final class FalhaDaMaquina extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// A falta de processador ou de tempo: o próximo passo é desocupar a máquina.
    ///
    /// @param oQueHouve o que não aconteceu e quanto se esperou por isso
    public FalhaDaMaquina(String oQueHouve, Throwable causa) {
        this(oQueHouve, "feche o que estiver ocupando a máquina e rode de novo", causa);
    }

    /// @param proximoPasso o que fazer, em minúsculas e sem ponto
    FalhaDaMaquina(String oQueHouve, String proximoPasso, Throwable causa) {
        super(oQueHouve + "\nIsto é da máquina, não do seu código."
                + "\nPróximo passo: " + proximoPasso + "; se repetir, veja ./curso diagnostico", causa);
    }

    /// A falha da máquina por trás de `falha`; `null` se não há nenhuma.
    static FalhaDaMaquina em(Throwable falha) {
        for (Throwable t = falha; t != null; t = t.getCause()) {
            if (t instanceof FalhaDaMaquina daMaquina) {
                return daMaquina;
            }
        }
        return null;
    }
}
