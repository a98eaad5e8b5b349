package rinha.carga.motor;

import java.io.IOException;

/// Os bytes recebidos não são uma resposta HTTP/1.1 que se possa entender sem adivinhar.
public final class RespostaInvalida extends IOException {
    RespostaInvalida(String mensagem) {
        super(mensagem);
    }
}
