package rinha.carga;

/// Resposta recebida inteira. Vale só durante a chamada que a entrega: o motor reusa a memória.
public interface Resposta {

    int status();

    /// Bytes do corpo, da posição 0 até [#tamanho]; o resto do vetor é lixo. Não altere nem guarde.
    byte[] area();

    /// Tamanho do corpo em bytes.
    int tamanho();

    /// Nanossegundos desde a hora marcada do pedido; no modelo fechado, desde o envio.
    long latencia();

    /// Nanossegundos desde que o pedido tomou uma conexão.
    long servico();

    /// Devolve uma cópia do corpo como texto UTF-8.
    default String texto() {
        return new String(area(), 0, tamanho(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
