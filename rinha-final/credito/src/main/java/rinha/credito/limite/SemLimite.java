package rinha.credito.limite;

import java.time.Duration;

/// Ninguém espera: é o que vale na Rinha.
public final class SemLimite implements LimiteDeTaxa {
    @Override
    public Duration esperaPara(int cliente) {
        return Duration.ZERO;
    }

    @Override
    public void close() {
        // Não há o que fechar.
    }
}
