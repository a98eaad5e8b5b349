package exemplos.aula01_threads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Lê quanta memória este processo chegou a ocupar, contando pilhas de threads e o que mais está fora do heap.
final class MemoriaResidente {
    private static final Path ESTADO = Path.of("/proc/self/status");

    private MemoriaResidente() {}

    /// O pico de memória residente, em MiB; `NaN` onde o sistema não o diz (só o Linux diz aqui).
    static double picoMib() throws IOException {
        if (!Files.isReadable(ESTADO)) {
            return Double.NaN;
        }
        return Files.readAllLines(ESTADO).stream()
                .filter(linha -> linha.startsWith("VmHWM:"))
                .mapToDouble(linha -> Double.parseDouble(linha.replaceAll("\\D", "")) / 1024)
                .findFirst().orElse(Double.NaN);
    }
}
