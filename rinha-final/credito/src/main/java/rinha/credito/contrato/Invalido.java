package rinha.credito.contrato;

/// O corpo não obedece ao contrato. Sem pilha: entrada ruim é rotina e não pode custar mais que entrada boa.
final class Invalido extends Exception {
    private static final long serialVersionUID = 1L;

    private final Recusa recusa;

    Invalido(Recusa recusa) {
        super(recusa.detalhe(), null, false, false);
        this.recusa = recusa;
    }

    Recusa recusa() {
        return recusa;
    }
}
