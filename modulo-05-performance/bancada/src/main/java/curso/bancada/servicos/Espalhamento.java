package curso.bancada.servicos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Pede ao ext4 que espalhe pelo disco as subpastas de uma pasta, que não têm a ver umas com as outras (`chattr +T`).
///
/// Um ext4 sem journal, como o de algumas máquinas virtuais, não reaproveita logo um inode apagado: a cada arquivo novo confere todos os
/// apagados há pouco naquela região do disco. Abrir e fechar um PostgreSQL seis vezes seguidas (`Servicos.paraTestes().postgres()`)
/// levou de 0,71 a 1,57 s por abertura, cada vez mais; com a marca, de 0,26 a 0,30 s (2 núcleos, AMD EPYC, depois da primeira).
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
