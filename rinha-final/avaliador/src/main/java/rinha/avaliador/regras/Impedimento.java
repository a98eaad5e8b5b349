package rinha.avaliador.regras;

/// A regra não pôde ser avaliada, por um defeito que outra regra relata.
public final class Impedimento extends RuntimeException {
    public Impedimento(String motivo) {
        super(motivo, null, false, false);
    }
}
