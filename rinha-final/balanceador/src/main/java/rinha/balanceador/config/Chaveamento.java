package rinha.balanceador.config;

import java.util.Locale;

/// O que identifica um pedido para o hash consistente.
public sealed interface Chaveamento {
    record Caminho() implements Chaveamento {}

    record Ip() implements Chaveamento {}

    record Cabecalho(String nome) implements Chaveamento {}

    static Chaveamento de(String texto) {
        return switch (texto.toLowerCase(Locale.ROOT)) {
            case "caminho" -> new Caminho();
            case "ip" -> new Ip();
            case String t when t.matches("cabecalho:[a-z0-9-]+") -> new Cabecalho(t.substring(t.indexOf(':') + 1));
            default -> throw Leitor.invalido(Variavel.CHAVE, texto, "precisa ser caminho, ip ou cabecalho:Nome");
        };
    }
}
