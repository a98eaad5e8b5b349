package rinha.carga;

import java.nio.charset.StandardCharsets;

/// Um pedido a enviar: o molde, o corpo e o que a conferência quiser lembrar dele.
///
/// @param molde    parte fixa
/// @param corpo    bytes do corpo; vazio quando não há. Não altere depois de entregar ao motor
/// @param contexto o que quem conferir a resposta precisa saber (cliente, valor…); pode ser `null`
public record Pedido(Molde molde, byte[] corpo, Object contexto) {

    private static final byte[] VAZIO = {};

    public static Pedido semCorpo(Molde molde) {
        return new Pedido(molde, VAZIO, null);
    }

    public static Pedido com(Molde molde, String corpo) {
        return new Pedido(molde, corpo.getBytes(StandardCharsets.UTF_8), null);
    }

    /// Devolve o pedido como uma pessoa o lê: método, caminho e corpo.
    @Override
    public String toString() {
        String texto = molde.metodo() + " " + molde.caminho();
        return corpo.length == 0 ? texto : texto + " " + new String(corpo, StandardCharsets.UTF_8);
    }
}
