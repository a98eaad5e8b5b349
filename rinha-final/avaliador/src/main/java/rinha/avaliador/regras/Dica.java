package rinha.avaliador.regras;

import rinha.avaliador.Regra.Peso;

/// O que dizer de um defeito: a causa provável e o próximo passo.
///
/// @param peso `null` usa o da regra
record Dica(String causa, String proximo, Peso peso) {

    static Dica de(String causa, String proximo) {
        return new Dica(causa, proximo, null);
    }

    /// O defeito mexeu em dinheiro, mesmo que a regra seja só de resposta.
    static Dica deSaldo(String causa, String proximo) {
        return new Dica(causa, proximo, Peso.SALDO);
    }

    /// A resposta é a errada, mas nenhum dinheiro se moveu.
    static Dica deResposta(String causa, String proximo) {
        return new Dica(causa, proximo, Peso.RESPOSTA);
    }
}
