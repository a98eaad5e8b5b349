package curso.bancada.catalogo;

/// Um arquivo do curso não está como a casa pede. A mensagem traz o arquivo e a regra.
public final class CatalogoInvalido extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CatalogoInvalido(String mensagem, Throwable causa) {
        super(mensagem, causa);
    }

    public CatalogoInvalido(String mensagem) {
        super(mensagem);
    }
}
