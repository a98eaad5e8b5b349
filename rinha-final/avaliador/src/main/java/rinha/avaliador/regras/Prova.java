package rinha.avaliador.regras;

import rinha.avaliador.Regra;

/// Uma regra e como prová-la.
public record Prova(Regra regra, Passos passos) {

    /// O que se faz para saber se a regra vale.
    @FunctionalInterface
    public interface Passos {
        void fazer(Exame exame) throws InterruptedException;
    }
}
