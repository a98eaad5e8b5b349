package curso.bancada.medicao;

/// O que cada cliente de uma [Carga] repete; a exceção conta como erro, não para a carga.
@FunctionalInterface
public interface Operacao {
    void executar() throws Exception;
}
