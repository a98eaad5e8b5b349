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
        return EmJson.texto(a);
    }

    public static void json(Avaliacao a, Path arquivo) throws IOException {
        Files.write(arquivo, json(a).getBytes(StandardCharsets.UTF_8));
    }

    public static void html(Avaliacao a, Path arquivo) throws IOException {
        // E não writeString, que recusa meio emoji: um servidor pode mandá-lo escrito em JSON.
        Files.write(arquivo, EmHtml.pagina(a).getBytes(StandardCharsets.UTF_8));
    }
}
