package rinha.carga;

/// O que a conferência achou de uma resposta.
public sealed interface Veredito {

    Veredito ACEITO = new Aceito();

    /// A resposta é uma das esperadas.
    record Aceito() implements Veredito {
    }

    /// O código não é um dos esperados.
    record StatusInesperado(String esperado) implements Veredito {
    }

    /// O corpo não diz o que devia.
    ///
    /// @param motivo o que veio e qual é a regra
    record CorpoErrado(String motivo) implements Veredito {
    }
}
