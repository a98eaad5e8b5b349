package rinha.carga.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Os arquivos em que os relatórios são escritos: conferidos antes da carga, cada um escrito por si depois dela.
public final class Destinos {

    /// Escreve um relatório no arquivo.
    @FunctionalInterface
    public interface Escrita {
        void em(Path arquivo) throws IOException;
    }

    private Destinos() {
    }

    /// Recusa o arquivo que não se poderia escrever: ninguém quer perder quatro minutos por um nome de pasta.
    ///
    /// @param arquivo `null` se não se pediu nenhum
    public static void conferir(Path arquivo) {
        if (arquivo == null) {
            return;
        }
        Path pasta = arquivo.toAbsolutePath().getParent();
        recusar(Files.isDirectory(arquivo), "%s é uma pasta: dê o nome de um arquivo", arquivo);
        recusar(pasta == null || !Files.isDirectory(pasta), "a pasta de %s não existe: crie-a antes", arquivo);
        recusar(!Files.isWritable(Files.exists(arquivo) ? arquivo : pasta),
                "não posso escrever %s: confira as permissões", arquivo);
    }

    private static void recusar(boolean errado, String mensagem, Path arquivo) {
        if (errado) {
            throw new IllegalArgumentException(mensagem.formatted(arquivo));
        }
    }

    /// Escreve, e devolve por que não pôde; vazio se pôde.
    public static String escrever(Path arquivo, Escrita escrita) {
        try {
            escrita.em(arquivo);
            return "";
        } catch (IOException | RuntimeException e) {
            return "não consegui escrever %s: %s".formatted(arquivo, motivo(e));
        }
    }

    /// O `getMessage` destas duas é só o nome do arquivo.
    private static String motivo(Exception e) {
        return switch (e) {
            case NoSuchFileException _ -> "a pasta não existe mais";
            case AccessDeniedException _ -> "sem permissão";
            default -> String.valueOf(e.getMessage());
        };
    }
}
