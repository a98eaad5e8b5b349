package rinha.avaliador;

import rinha.carga.Texto;

/// O alvo não respondeu nem à primeira pergunta; a mensagem diz o que se viu e o que fazer.
public final class AlvoInacessivel extends Exception {
    public AlvoInacessivel(String mensagem) {
        super(Texto.visivel(mensagem));
    }
}
