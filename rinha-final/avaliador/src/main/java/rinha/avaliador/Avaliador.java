package rinha.avaliador;

import java.util.List;

/// Avalia um servidor que diz falar o contrato da Rinha 2024-Q1.
public final class Avaliador {

    private Avaliador() {
    }

    /// Devolve todas as regras, na ordem em que são avaliadas.
    public static List<Regra> regras() {
        throw new UnsupportedOperationException("em construção");
    }

    /// Avalia, e só volta quando terminou ou quando foi interrompido.
    ///
    /// @throws AlvoInacessivel          se o alvo não responde
    /// @throws IllegalArgumentException se o plano cita uma regra que não existe
    public static Avaliacao avaliar(PlanoDeAvaliacao plano, Andamento andamento) throws AlvoInacessivel, InterruptedException {
        throw new UnsupportedOperationException("em construção");
    }
}
