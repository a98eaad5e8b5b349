package rinha.arena;

/// O pedido não pôde ser cumprido: o que se viu, na mensagem, e o próximo passo. Na tela nunca vira pilha.
public final class Recusa extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int codigo;
    private final String proximoPasso;

    private Recusa(int codigo, String mensagem, String proximoPasso) {
        super(mensagem);
        this.codigo = codigo;
        this.proximoPasso = proximoPasso;
    }

    /// O comando foi chamado errado, ou a máquina não permite cumpri-lo: código 2.
    public static Recusa de(String mensagem, String proximoPasso) {
        return new Recusa(2, mensagem, proximoPasso);
    }

    /// O pedido fazia sentido, mas o sistema falhou no meio: código 1.
    public static Recusa falhou(String mensagem, String proximoPasso) {
        return new Recusa(1, mensagem, proximoPasso);
    }

    public int codigo() {
        return codigo;
    }

    public String proximoPasso() {
        return proximoPasso;
    }
}
