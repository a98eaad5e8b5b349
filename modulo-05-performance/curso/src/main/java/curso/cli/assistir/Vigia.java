package curso.cli.assistir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Consumer;

/// Avisa quando um arquivo de certas pastas muda. Um aviso pode ser falso; uma mudança nunca passa sem aviso.
interface Vigia extends AutoCloseable {

    @Override
    void close() throws IOException;

    /// Usa os avisos do sistema; por sondagem, ou onde eles não existem ou demoram, olha os arquivos de tempo em tempo.
    static Vigia de(Collection<Path> pastas, boolean sondagem, Consumer<Path> aoMudar) throws IOException {
        // No macOS o WatchService do JDK é uma sondagem de vários segundos; a nossa é mais rápida.
        boolean lento = System.getProperty("os.name").startsWith("Mac");
        if (sondagem || lento) {
            return new VigiaPorSondagem(pastas, aoMudar);
        }
        try {
            return new VigiaDoSistema(pastas, aoMudar);
        } catch (IOException e) {
            return new VigiaPorSondagem(pastas, aoMudar); // o sistema não tem mais vigias a dar (limite do inotify)
        }
    }
}
