package curso.bancada.correcao;

/// Uma falha que já diz ao aluno o que se esperava, o que se viu, a causa provável e o próximo passo.
public sealed class FalhaExplicada extends AssertionError permits TesteTravado {

    private static final long serialVersionUID = 1L;

    FalhaExplicada(String mensagem) {
        super(mensagem);
    }

    FalhaExplicada(String mensagem, Throwable causa) {
        super(mensagem, causa);
    }
}
