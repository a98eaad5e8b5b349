package curso.cli.terminal;

/// Uma tecla: uma letra, ou uma das que movem.
public record Tecla(Tipo tipo, char letra) {

    /// O que a tecla é; só [#LETRA] traz uma letra.
    public enum Tipo { LETRA, NENHUMA, FIM, ESCAPE, ACIMA, ABAIXO, PAGINA_ACIMA, PAGINA_ABAIXO, INICIO, FINAL }

    public static final Tecla NENHUMA = new Tecla(Tipo.NENHUMA, '\0');
    public static final Tecla FIM = new Tecla(Tipo.FIM, '\0');
    public static final Tecla ESCAPE = new Tecla(Tipo.ESCAPE, '\0');
    public static final Tecla ACIMA = new Tecla(Tipo.ACIMA, '\0');
    public static final Tecla ABAIXO = new Tecla(Tipo.ABAIXO, '\0');
    public static final Tecla PAGINA_ACIMA = new Tecla(Tipo.PAGINA_ACIMA, '\0');
    public static final Tecla PAGINA_ABAIXO = new Tecla(Tipo.PAGINA_ABAIXO, '\0');
    public static final Tecla INICIO = new Tecla(Tipo.INICIO, '\0');
    public static final Tecla FINAL = new Tecla(Tipo.FINAL, '\0');

    public static Tecla letra(char letra) {
        return new Tecla(Tipo.LETRA, letra);
    }
}
