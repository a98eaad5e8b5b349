package rinha.arena.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import rinha.arena.Recusa;

/// Onde ficam os relatórios: `.curso/rinha`, que o git ignora.
record PastaDeResultados(Path raiz, Path pasta) {

    /// Conferida antes da carga, e não depois: ninguém quer perder quatro minutos por uma permissão.
    static PastaDeResultados preparar(Path raiz) {
        Path pasta = raiz.resolve(".curso/rinha");
        try {
            Files.createDirectories(pasta);
            Files.delete(Files.createTempFile(pasta, "prova", ""));
            return new PastaDeResultados(raiz, pasta);
        } catch (IOException e) {
            throw Recusa.de("Não consigo gravar em %s, onde ficam os relatórios: %s.".formatted(pasta, e), "Dê permissão de escrita à pasta, libere espaço, ou copie o curso para uma pasta sua.");
        }
    }

    Path arquivo(String nome) {
        return pasta.resolve(nome);
    }

    /// O caminho como se digita da raiz do curso.
    String nome(Path arquivo) {
        return raiz.relativize(arquivo).toString();
    }
}
