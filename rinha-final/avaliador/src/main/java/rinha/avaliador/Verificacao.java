package rinha.avaliador;

import java.util.List;

/// O que se viu de uma regra.
///
/// @param exames   quantas conferências a regra fez
/// @param achados  o que estava errado; vazio se passou
/// @param motivo   por que não foi avaliada, ou o que quem lê deve saber; pode ser vazio
public record Verificacao(Regra regra, Situacao situacao, int exames, List<Achado> achados, String motivo) {
    public Verificacao {
        achados = List.copyOf(achados);
    }
}
