package rinha.avaliador;

import java.util.List;

/// O que se viu de uma regra.
///
/// @param exames   quantas conferências a regra fez
/// @param achados  o que estava errado; vazio se passou
/// @param motivo   por que não foi avaliada, ou o que quem lê deve saber; pode ser vazio
public record Verificacao(Regra regra, Situacao situacao, int exames, List<Achado> achados, String motivo) {
    /// Como começa o motivo de quem precisava de um banco vazio: a culpa não é do servidor.
    public static final String BANCO_USADO = "o banco não começou do zero";

    public Verificacao {
        achados = List.copyOf(achados);
    }

    boolean bancoUsado() {
        return situacao == Situacao.NAO_AVALIADA && motivo.startsWith(BANCO_USADO);
    }

    /// Diz se é uma regra oficial de que não se sabe se vale: enquanto há uma, não se aprova ninguém.
    boolean pendente() {
        return regra.oficial() && situacao == Situacao.NAO_AVALIADA && !bancoUsado();
    }
}
