package curso.bancada.correcao;

/// O prazo do teste acabou com o código do aluno ainda em execução.
final class TesteTravado extends FalhaExplicada {

    private static final long serialVersionUID = 1L;

    TesteTravado(String mensagem) {
        super(mensagem);
    }
}
