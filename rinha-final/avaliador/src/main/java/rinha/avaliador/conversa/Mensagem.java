package rinha.avaliador.conversa;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import rinha.carga.Texto;

/// Um pedido HTTP/1.1, com qualquer corpo: o que não é UTF-8 nem JSON também precisa poder ser enviado.
///
/// @param corpo `null` se o pedido não tem corpo
/// @param tipo  o `Content-Type` do corpo
public record Mensagem(String metodo, String caminho, byte[] corpo, String tipo) {

    private static final String JSON = "application/json";

    public Mensagem(String metodo, String caminho, byte[] corpo) {
        this(metodo, caminho, corpo, JSON);
    }

    public static Mensagem get(String caminho) {
        return new Mensagem("GET", caminho, null);
    }

    public static Mensagem post(String caminho, String corpo) {
        return new Mensagem("POST", caminho, corpo.getBytes(StandardCharsets.UTF_8));
    }

    /// Devolve o pedido pronto para sair.
    ///
    /// @param host o da URL que se avalia: há servidor que só atende pelo próprio nome
    byte[] bytes(String host) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((metodo + " " + caminho + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                + "Accept: application/json\r\nUser-Agent: avaliador-da-rinha\r\n"
                + (corpo == null ? "" : "Content-Type: " + tipo + "\r\nContent-Length: " + corpo.length + "\r\n")
                + "\r\n").getBytes(StandardCharsets.UTF_8));
        if (corpo != null) {
            bytes.writeBytes(corpo);
        }
        return bytes.toByteArray();
    }

    /// Devolve o que uma pessoa lê: método, endereço, corpo, e o tipo dele se não é o do contrato.
    String emPalavras(String host) {
        String texto = corpo == null ? "" : corpo.length == 0 ? " (corpo vazio)" : " " + new String(corpo, StandardCharsets.UTF_8);
        texto += tipo.equals(JSON) ? "" : " (Content-Type: " + tipo + ")";
        return Texto.resumido(metodo + " http://" + host + caminho + texto);
    }
}
