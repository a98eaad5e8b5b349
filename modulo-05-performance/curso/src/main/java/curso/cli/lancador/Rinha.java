package curso.cli.lancador;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// O sistema da Rinha: cópias dos jars e das opções de JVM, e o classpath da arena.
///
/// Sem os caches de partida: eles só são escritos num fim em ordem, pedido por SIGTERM, que o Windows não tem.
final class Rinha {

    private static final int CONSTRUCOES_GUARDADAS = 2;

    private final Oficina oficina;
    private final Andamento andamento;

    Rinha(Oficina oficina, Andamento andamento) {
        this.oficina = oficina;
        this.andamento = andamento;
    }

    void construir() throws IOException, InterruptedException {
        oficina.comecar("rinha");
        // As duas: a bancada fixa o «skip» do surefire, e só skipTests vale nela.
        new Maven(oficina, andamento).executar("o sistema da rinha", "arena", "runtime", "-DskipTests", "-Dmaven.test.skip=true", "package");
        var nova = oficina.nova("r");
        var rinha = oficina.raiz().resolve("rinha-final");
        // Cópias: um «mvnw verify» no meio de uma avaliação não troca os jars dela.
        copiar(rinha.resolve("credito/target/credito.jar"), nova);
        copiar(rinha.resolve("balanceador/target/balanceador.jar"), nova);
        copiar(rinha.resolve("infra/jvm/credito.args"), nova);
        copiar(rinha.resolve("infra/jvm/balanceador.args"), nova);
        var daArena = Files.readString(rinha.resolve("arena/target/classpath.txt")).strip();
        Files.writeString(nova.resolve("classpath"), copiarONosso(nova, rinha.resolve("arena/target/arena-1.0.jar") + File.pathSeparator + daArena) + "\n");
        Files.writeString(nova.resolve("jdk"), Oficina.jdk() + "\n");
        oficina.adotar("rinha", nova);
        oficina.carimbar("rinha");
        oficina.guardarAsMaisNovas("r", CONSTRUCOES_GUARDADAS);
    }

    /// O classpath com os jars deste repositório trocados por cópias.
    private String copiarONosso(Path nova, String classpath) throws IOException {
        var bibliotecas = Files.createDirectory(nova.resolve("bibliotecas"));
        List<String> saem = new ArrayList<>();
        for (var entrada : classpath.split(File.pathSeparator)) {
            boolean nosso = Path.of(entrada).startsWith(oficina.raiz()) && entrada.endsWith(".jar");
            saem.add(nosso ? copiar(Path.of(entrada), bibliotecas).toString() : entrada);
        }
        return String.join(File.pathSeparator, saem);
    }

    private static Path copiar(Path arquivo, Path pasta) throws IOException {
        return Files.copy(arquivo, pasta.resolve(arquivo.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
}
