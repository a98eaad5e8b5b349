package curso.bancada.instrumentos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// Grava eventos do JDK Flight Recorder enquanto uma ação executa, sem limite mínimo de duração e com pilha; os do próprio JFR ficam de fora.
public final class GravacaoJfr {
    private GravacaoJfr() {}

    /// Os eventos pedidos (`jdk.JavaMonitorEnter`, `jdk.SocketRead`…) que ocorreram durante a ação, em qualquer thread.
    public static List<RecordedEvent> de(Acao acao, String... eventos) throws Exception {
        exigirConhecidos(eventos);
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

    /// O JFR aceita calado um nome que não existe, e a contagem seria zero para sempre.
    private static void exigirConhecidos(String... eventos) {
        Set<String> conhecidos = FlightRecorder.getFlightRecorder().getEventTypes().stream().map(EventType::getName).collect(Collectors.toSet());
        for (String evento : eventos) {
            if (!conhecidos.contains(evento)) {
                throw new IllegalArgumentException("Veio o evento %s, que esta JVM não conhece; veja os nomes com «jfr metadata»".formatted(evento));
            }
        }
    }

    private static List<RecordedEvent> ler(Path arquivo, Set<String> nomes) throws IOException {
        return RecordingFile.readAllEvents(arquivo).stream().filter(e -> nomes.contains(e.getEventType().getName()))
                .filter(e -> !ehDoGravador(e)).toList();
    }

    /// O JFR tem threads e monitores próprios, que disputam entre si e entrariam na conta.
    private static boolean ehDoGravador(RecordedEvent evento) {
        var pilha = evento.getStackTrace();
        return pilha != null && !pilha.getFrames().isEmpty() && pilha.getFrames().getFirst().getMethod().getType().getName().startsWith("jdk.jfr.");
    }
}
