package rinha.avaliador.regras;

/// O alvo deixou de responder: as regras que faltam só esperariam até o prazo, uma por uma.
public final class AlvoParou extends RuntimeException {
    AlvoParou(String detalhe) {
        super(detalhe, null, false, false);
    }
}
