package rinha.avaliador;

/// Como uma regra terminou.
public enum Situacao {
    PASSOU, FALHOU,
    /// Não deu para saber; o motivo está na verificação. Não conta a favor nem contra.
    NAO_AVALIADA
}
