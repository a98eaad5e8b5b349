package curso.bancada.instrumentos;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// As pilhas das threads vivas, de plataforma e virtuais: onde o código está parado.
public final class PilhasDeThreads {
    private PilhasDeThreads() {}

    /// As pilhas que passam por código do aluno (pacote `exercicios`); texto vazio se não há nenhuma.
    public static String doAluno() {
        return vivasEm("exercicios.");
    }

    /// As pilhas que têm algum quadro de uma classe cujo nome começa pelo prefixo; texto vazio se não há nenhuma.
    public static String vivasEm(String prefixo) {
        return Arrays.stream(despejo().split("\\R\\R"))
                .filter(pilha -> pilha.lines().skip(1).anyMatch(linha -> linha.strip().startsWith("at " + prefixo)))
                .collect(Collectors.joining("\n\n"));
    }

    private static String despejo() {
        try {
            Path pasta = Files.createTempDirectory("curso-pilhas");
            Path arquivo = pasta.resolve("threads.txt");
            try {
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .dumpThreads(arquivo.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
                return Files.readString(arquivo);
            } finally {
                Files.deleteIfExists(arquivo);
                Files.deleteIfExists(pasta);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Não foi possível gravar as pilhas das threads em java.io.tmpdir; libere espaço em disco", e);
        }
    }
}
