package rinha.avaliador;

import rinha.avaliador.regras.RegrasDeCarga;

/// Onde o alvo deixou de responder.
///
/// @param onde  o id da regra que se provava, ou a carga
/// @param regra a que se repete para o ver de novo
record Silencio(String onde, Regra regra, String detalhe) {

    static Silencio em(Regra regra, String detalhe) {
        return new Silencio(regra.id(), regra, detalhe);
    }

    static Silencio naCarga(String detalhe) {
        return new Silencio("na carga", RegrasDeCarga.RESPOSTAS, detalhe);
    }
}
