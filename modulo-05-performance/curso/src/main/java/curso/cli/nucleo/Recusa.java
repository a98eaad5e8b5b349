package curso.cli.nucleo;

/// Um pedido que não se cumpre: o que veio e a regra, na mensagem, e o próximo passo. Nunca vira pilha na tela.
public final class Recusa extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int codigo;
    private final String proximoPasso;

    private Recusa(int codigo, String mensagem, String proximoPasso, Throwable causa) {
        super(mensagem, causa);
        this.codigo = codigo;
        this.proximoPasso = proximoPasso;
    }

    /// O comando foi chamado errado, ou a máquina não permite cumpri-lo.
    public static Recusa de(String mensagem, String proximoPasso) {
        return new Recusa(Codigo.MAU_USO, mensagem, proximoPasso, null);
    }

    public static Recusa de(String mensagem, String proximoPasso, Throwable causa) {
        return new Recusa(Codigo.MAU_USO, mensagem, proximoPasso, causa);
    }

    /// O pedido faz sentido, mas ainda não: falta resolver alguma coisa antes.
    public static Recusa aindaNao(String mensagem, String proximoPasso) {
        return new Recusa(Codigo.NAO_RESOLVIDO, mensagem, proximoPasso, null);
    }

    public int codigo() {
        return codigo;
    }

    public String proximoPasso() {
        return proximoPasso;
    }
}
