package curso.bancada.servicos;

/// Um serviço da bancada não fez o que lhe foi pedido: a mensagem diz o que houve, qual é a regra e qual é o próximo passo.
public final class FalhaDeServico extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String proximoPasso;

    /// @param oQueHouve o que aconteceu, com o estado em que o serviço estava (`porta=5432, vivo=false`)
    /// @param regra o que precisa valer para funcionar
    /// @param proximoPasso o que quem lê deve fazer agora
    public FalhaDeServico(String oQueHouve, String regra, String proximoPasso, Throwable causa) {
        super("%s%n  Regra: %s%n  Próximo passo: %s".formatted(oQueHouve, regra, proximoPasso), causa);
        this.proximoPasso = proximoPasso;
    }

    public FalhaDeServico(String oQueHouve, String regra, String proximoPasso) {
        this(oQueHouve, regra, proximoPasso, null);
    }

    public String proximoPasso() {
        return proximoPasso;
    }
}
