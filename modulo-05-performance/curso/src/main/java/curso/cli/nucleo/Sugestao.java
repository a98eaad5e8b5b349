package curso.cli.nucleo;

import java.util.Collection;

/// Frases para quem errou o nome de um comando.
public final class Sugestao {

    private Sugestao() {
    }

    public static String comando(String pedido, Collection<String> comandos) {
        var perto = Proximidade.maisProximo(pedido, comandos);
        return "Não há comando «" + pedido + "»." + perto.map(p -> " Você quis dizer " + p + "?").orElse("");
    }
}
