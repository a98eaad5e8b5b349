package curso.bancada.instrumentos;

/// O que se mede: um trecho de código que pode falhar.
@FunctionalInterface
public interface Acao {
    void executar() throws Exception;
}
