package curso.bancada.servicos;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Empacota e desempacota árvores de arquivos.
final class Tar {
    private static final int EXECUTAVEL_PELO_DONO = 0100;
    private static final int PASTA_DO_DONO = 040700;
    private static final int ARQUIVO_DO_DONO = 0100600;
    private static final int PRAZO_S = 120;

    private Tar() {}

    /// Empacota pastas e arquivos comuns, legíveis só pelo dono.
    static void criar(Path raiz, Path arquivo) throws IOException {
        try (var tar = new TarArchiveOutputStream(Files.newOutputStream(arquivo)); Stream<Path> tudo = Files.walk(raiz)) {
            for (Path caminho : tudo.filter(p -> !p.equals(raiz)).sorted().toList()) {
                boolean pasta = Files.isDirectory(caminho, LinkOption.NOFOLLOW_LINKS);
                var item = new TarArchiveEntry(raiz.relativize(caminho).toString().replace('\\', '/') + (pasta ? "/" : ""));
                item.setMode(pasta ? PASTA_DO_DONO : ARQUIVO_DO_DONO);
                item.setSize(pasta ? 0 : Files.size(caminho));
                tar.putArchiveEntry(item);
                if (!pasta) {
                    Files.copy(caminho, tar);
                }
                tar.closeArchiveEntry();
            }
        }
    }

    /// Desempacota na pasta, que é criada; pelo `tar` do sistema quando há um: numa JVM recém-iniciada ele é várias vezes mais rápido.
    static void desempacotar(Path arquivo, Path destino) throws IOException {
        Arquivos.criarPrivada(destino);
        Process tar;
        try {
            tar = new ProcessBuilder("tar", "-xf", arquivo.toString(), "-C", destino.toString()).redirectErrorStream(true).start();
        } catch (IOException e) {
            try (InputStream bytes = new BufferedInputStream(Files.newInputStream(arquivo), 1 << 16)) {
                extrair(bytes, destino);
            }
            return;
        }
        esperar(tar);
    }

    private static void esperar(Process tar) throws IOException {
        try (var saida = tar.inputReader()) {
            String queixa = String.join(" ", saida.readAllLines());
            if (!tar.waitFor(PRAZO_S, TimeUnit.SECONDS) || tar.exitValue() != 0) {
                throw new IOException("o tar não terminou bem: " + queixa);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("a espera pelo tar foi interrompida", e);
        } finally {
            tar.destroyForcibly();
        }
    }

    /// Extrai com atalhos e permissão de execução; recusa um item que sairia da pasta.
    static void extrair(InputStream bytes, Path destino) throws IOException {
        var tar = new TarArchiveInputStream(bytes);
        for (TarArchiveEntry item = tar.getNextEntry(); item != null; item = tar.getNextEntry()) {
            Path caminho = destino.resolve(item.getName()).normalize();
            if (!caminho.startsWith(destino)) {
                throw new IOException("o arquivo " + item.getName() + " sairia da pasta");
            }
            gravar(tar, item, caminho, destino);
        }
    }

    private static void gravar(InputStream tar, TarArchiveEntry item, Path caminho, Path destino) throws IOException {
        if (item.isDirectory()) {
            Files.createDirectories(caminho);
            return;
        }
        Files.createDirectories(caminho.getParent());
        if (item.isSymbolicLink()) {
            Files.createSymbolicLink(caminho, Path.of(item.getLinkName()));
        } else if (item.isLink()) {
            Files.createLink(caminho, destino.resolve(item.getLinkName()));
        } else {
            Files.copy(tar, caminho);
            if ((item.getMode() & EXECUTAVEL_PELO_DONO) != 0) {
                tornarExecutavel(caminho);
            }
        }
    }

    static void tornarExecutavel(Path arquivo) throws IOException {
        if (arquivo.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> permissoes = new HashSet<>(Files.getPosixFilePermissions(arquivo));
            permissoes.addAll(Set.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE));
            Files.setPosixFilePermissions(arquivo, permissoes);
        }
    }
}
