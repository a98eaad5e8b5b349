package curso.bancada.correcao;

/// O resultado de um teste: o método, o título em português, a mensagem e a pilha da falha (vazias se passou).
public record ResultadoDeTeste(String metodo, String titulo, Estado estado, String mensagem, String pilha, long milis) {

    /// O que aconteceu com o teste.
    public enum Estado {
        PASSOU,
        FALHOU,
        A_FAZER,
        /// Os testes anteriores travaram, ou a máquina impediu este: nada se sabe do código.
        NAO_EXECUTADO
    }
}
