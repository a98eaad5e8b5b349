package rinha.arena.cli;

import curso.bancada.medicao.GravacaoAtomica;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import rinha.arena.Encerramento;
import rinha.arena.Recusa;

/// Onde ficam os relatórios: `.curso/rinha`, que o git ignora.
record PastaDeResultados(Path raiz, Path pasta) {
    /// Mais do que ocupa o maior relatório.
    private static final int FOLGA = 256 << 10;

    /// Conferida antes da carga, e não depois: ninguém quer perder quatro minutos por uma permissão.
    static PastaDeResultados preparar(Path raiz) {
        Path pasta = raiz.resolve(".curso/rinha");
        try {
            Files.createDirectories(pasta);
            Path prova = Files.createTempFile(pasta, "prova", "");
            try {
                Files.write(prova, new byte[FOLGA]);
            } finally {
                Files.delete(prova);
            }
            return new PastaDeResultados(raiz, pasta);
        } catch (IOException e) {
            throw Recusa.de("Não consigo gravar em %s, onde ficam os relatórios: %s.".formatted(pasta, motivo(e)), "Dê permissão de escrita à pasta, libere espaço, ou copie o curso para uma pasta sua.");
        }
    }

    Path arquivo(String nome) {
        return pasta.resolve(nome);
    }

    /// Grava de uma vez: quem é interrompido no meio deixa o relatório anterior como estava.
    void gravar(String nome, GravacaoAtomica.Escrita relatorio) {
        Encerramento.pararSeComecou();
        try {
            GravacaoAtomica.gravar(arquivo(nome), relatorio);
        } catch (IOException e) {
            throw Recusa.de("Não consegui gravar %s: %s. O resultado é o que está acima.".formatted(nome(arquivo(nome)), motivo(e)), "Libere espaço ou dê permissão de escrita à pasta, e rode de novo.");
        }
    }

    /// O caminho como se digita da raiz do curso.
    String nome(Path arquivo) {
        return raiz.relativize(arquivo).toString();
    }

    private static boolean diz(IOException e, String motivo) {
        return String.valueOf(e.getMessage()).contains(motivo);
    }

    private static String motivo(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "sem permissão de escrita";
            case FileAlreadyExistsException ocupado -> ocupado.getFile() + " não é uma pasta";
            case FileSystemException _ when diz(e, "Read-only file system") -> "o disco é só de leitura";
            default -> diz(e, "No space left") ? "o disco está cheio" : e.toString();
        };
    }
}
