package curso.bancada.servicos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Pede ao ext4 que espalhe pelo disco as subpastas de uma pasta, que não têm a ver umas com as outras (`chattr +T`).
///
/// Um ext4 sem journal, comum em máquinas virtuais descartáveis, não reaproveita logo um inode apagado: a cada arquivo novo confere
/// todos os apagados há pouco naquela região do disco. Criar os mil arquivos de um PostgreSQL ao lado dos mil que outro acabou de
/// apagar levava 1,5 s; espalhados, 0,3 s (2 núcleos, AMD EPYC, Linux, uma partida depois da outra).
final class Espalhamento {
    private static final int PRAZO_S = 5;

    private Espalhamento() {}

    /// Um favor, não uma condição: onde não há `chattr`, ou o sistema de arquivos é outro, nada muda.
    static void pedir(Path pasta) {
        if (!Sistema.atual().nome().equals("linux")) {
            return;
        }
        try {
            Process chattr = new ProcessBuilder("chattr", "+T", pasta.toString()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!chattr.waitFor(PRAZO_S, TimeUnit.SECONDS)) {
                chattr.destroyForcibly();
            }
        } catch (IOException e) {
            // Esta máquina não tem o comando.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
