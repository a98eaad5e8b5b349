package curso.bancada.medicao;

/// Recusa argumentos fora da regra com uma frase que diz o que veio e o que se espera.
final class Exigir {

    private Exigir() {
    }

    static void que(boolean condicao, String mensagem, Object... valores) {
        if (!condicao) {
            throw new IllegalArgumentException(mensagem.formatted(valores));
        }
    }

    static void texto(String valor, String oQue) {
        que(valor != null && !valor.isBlank(), "%s: veio vazio; escreva um texto", oQue);
    }
}
