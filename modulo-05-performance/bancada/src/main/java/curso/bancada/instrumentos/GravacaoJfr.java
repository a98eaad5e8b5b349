package curso.bancada.instrumentos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// Grava eventos do JDK Flight Recorder enquanto uma ação executa, sem limite mínimo de duração e com pilha.
public final class GravacaoJfr {
    private GravacaoJfr() {}

    /// Os eventos pedidos (`jdk.JavaMonitorEnter`, `jdk.SocketRead`…) que ocorreram durante a ação, em qualquer thread.
    public static List<RecordedEvent> de(Acao acao, String... eventos) throws Exception {
        Path arquivo = Files.createTempFile("curso-", ".jfr");
        try (var gravacao = new Recording()) {
            for (String evento : eventos) {
                gravacao.enable(evento).withThreshold(Duration.ZERO).withStackTrace();
            }
            gravacao.start();
            acao.executar();
            gravacao.stop();
            gravacao.dump(arquivo);
            return ler(arquivo, Set.of(eventos));
        } finally {
            Files.deleteIfExists(arquivo);
        }
    }

    private static List<RecordedEvent> ler(Path arquivo, Set<String> nomes) throws IOException {
        return RecordingFile.readAllEvents(arquivo).stream().filter(e -> nomes.contains(e.getEventType().getName())).toList();
    }
}
