package rinha.carga.motor;

import java.io.IOException;

/// Os bytes recebidos não são uma resposta HTTP/1.1 que se possa entender sem adivinhar, ou passam do que se guarda.
public final class RespostaInvalida extends IOException {
    private final boolean grande;

    RespostaInvalida(String mensagem) {
        this(mensagem, false);
    }

    RespostaInvalida(String mensagem, boolean grande) {
        super(mensagem);
        this.grande = grande;
    }

    /// Diz se o limite que ela passou é de quem lê, e não do HTTP.
    boolean grande() {
        return grande;
    }
}
