package curso.bancada.servicos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A lista do que uma pasta pronta contém: tipo e tamanho de cada caminho, para saber se ela continua inteira.
final class Manifesto {
    private static final String ARQUIVO = ".manifesto";

    /// @param tamanho em bytes; -1 numa pasta, -2 num atalho
    private record Item(long tamanho, String caminho) {}

    private Manifesto() {}

    static boolean existeEm(Path pasta) {
        return Files.isRegularFile(pasta.resolve(ARQUIVO));
    }

    static void gravar(Path pasta) throws IOException {
        List<String> linhas = new ArrayList<>();
        try (Stream<Path> tudo = Files.walk(pasta)) {
            for (Path caminho : tudo.filter(p -> !p.equals(pasta)).sorted().toList()) {
                linhas.add(tamanho(caminho) + "\t" + pasta.relativize(caminho));
            }
        }
        Files.write(pasta.resolve(ARQUIVO), linhas);
    }

    static boolean confere(Path pasta) {
        try {
            for (Item item : itens(pasta)) {
                if (tamanho(pasta.resolve(item.caminho)) != item.tamanho) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Item> itens(Path pasta) throws IOException {
        List<Item> itens = new ArrayList<>();
        for (String linha : Files.readAllLines(pasta.resolve(ARQUIVO))) {
            int corte = linha.indexOf('\t');
            if (corte < 1) {
                throw new IOException("manifesto ilegível em " + pasta);
            }
            itens.add(new Item(Long.parseLong(linha.substring(0, corte)), linha.substring(corte + 1)));
        }
        if (itens.isEmpty()) {
            throw new IOException("manifesto vazio em " + pasta);
        }
        return itens;
    }

    private static long tamanho(Path caminho) throws IOException {
        if (Files.isSymbolicLink(caminho)) {
            return -2;
        }
        return Files.isDirectory(caminho) ? -1 : Files.size(caminho);
    }
}
