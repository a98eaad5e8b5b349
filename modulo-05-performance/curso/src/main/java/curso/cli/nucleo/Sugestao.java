package curso.cli.nucleo;

import java.util.Collection;

/// Frases para quem errou um nome.
public final class Sugestao {

    private Sugestao() {
    }

    public static String comando(String pedido, Collection<String> comandos) {
        return "Não há comando «" + pedido + "»." + entre(pedido, comandos);
    }

    /// ` Você quis dizer X?`, ou nada quando nenhum candidato se parece.
    public static String entre(String pedido, Collection<String> candidatos) {
        return Proximidade.maisProximo(pedido, candidatos).map(p -> " Você quis dizer " + p + "?").orElse("");
    }
}
