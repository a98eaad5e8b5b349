package rinha.avaliador.relatorio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import rinha.avaliador.Avaliacao;

/// Escreve a avaliação: JSON para programas, uma página HTML para pessoas.
public final class RelatorioDaAvaliacao {

    private RelatorioDaAvaliacao() {
    }

    public static String json(Avaliacao a) throws IOException {
        return new String(EmJson.bytes(a), StandardCharsets.UTF_8);
    }

    public static void json(Avaliacao a, Path arquivo) throws IOException {
        Files.write(arquivo, EmJson.bytes(a));
    }

    public static void html(Avaliacao a, Path arquivo) throws IOException {
        Files.writeString(arquivo, EmHtml.pagina(a));
    }
}
