package rinha.avaliador.conversa;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Um pedido HTTP/1.1 inteiro, em bytes: o que não é HTTP também precisa poder ser enviado.
///
/// @param resumo o que uma pessoa lê: método, caminho e corpo
public record Mensagem(String resumo, byte[] bytes) {

    private static final int RESUMO = 240;

    public static Mensagem get(String caminho) {
        return com("GET", caminho, null);
    }

    public static Mensagem post(String caminho, String corpo) {
        return com("POST", caminho, corpo.getBytes(StandardCharsets.UTF_8));
    }

    /// @param corpo `null` se o pedido não tem corpo
    public static Mensagem com(String metodo, String caminho, byte[] corpo) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((metodo + " " + caminho + " HTTP/1.1\r\nHost: rinha\r\nConnection: close\r\n"
                + "Accept: application/json\r\nUser-Agent: avaliador-da-rinha\r\n"
                + (corpo == null ? "" : "Content-Type: application/json\r\nContent-Length: " + corpo.length + "\r\n")
                + "\r\n").getBytes(StandardCharsets.UTF_8));
        if (corpo != null) {
            bytes.writeBytes(corpo);
        }
        String texto = corpo == null ? "" : corpo.length == 0 ? " (corpo vazio)" : " " + new String(corpo, StandardCharsets.UTF_8);
        return new Mensagem(resumido(metodo + " " + caminho + texto), bytes.toByteArray());
    }

    /// Devolve os bytes como estão.
    public static Mensagem crua(String resumo, String bytes) {
        return new Mensagem(resumo, bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    static String resumido(String texto) {
        return texto.length() <= RESUMO ? texto : texto.substring(0, RESUMO) + "… (" + texto.length() + " caracteres)";
    }
}
