package curso.cli.nucleo;

/// Com que código cada comando termina.
public final class Codigo {

    public static final int CERTO = 0;
    /// Um exercício ainda não passou, ou uma afirmação não valeu.
    public static final int NAO_RESOLVIDO = 1;
    /// Chamado errado, ou impedido pela máquina.
    public static final int MAU_USO = 2;

    private Codigo() {
    }
}
