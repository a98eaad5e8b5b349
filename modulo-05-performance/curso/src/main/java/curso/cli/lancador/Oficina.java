package curso.cli.lancador;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// A pasta das construções, com os nomes que `construcao.sh` descreve.
///
/// @param raiz     a raiz do repositório
/// @param ambiente as variáveis de ambiente de quem chamou
record Oficina(Path raiz, Map<String, String> ambiente) {

    static Oficina de(Path raiz) {
        return new Oficina(raiz.toAbsolutePath().normalize(), System.getenv());
    }

    Path pasta() {
        return raiz.resolve("modulo-05-performance/curso/target/lancador");
    }

    Path arquivo(String nome) {
        return pasta().resolve(nome);
    }

    /// A pasta da última construção completa daquele nome (`atual`, `rinha`).
    Optional<Path> atual(String nome) throws IOException {
        return Files.isRegularFile(arquivo(nome)) ? Optional.of(arquivo(Files.readString(arquivo(nome)).strip())) : Optional.empty();
    }

    Path nova(String prefixo) throws IOException {
        return Files.createDirectory(arquivo("%s-%d-%d".formatted(prefixo, ProcessHandle.current().pid(), System.currentTimeMillis() / 1000)));
    }

    /// Só agora a construção vale: quem lê vê a antiga ou a nova, e nunca metade.
    void adotar(String nome, Path nova) throws IOException {
        var provisorio = Files.writeString(arquivo(nome + "." + ProcessHandle.current().pid()), nova.getFileName() + "\n");
        Files.move(provisorio, arquivo(nome), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// O carimbo tem a hora do começo: uma fonte salva durante a compilação pede outra.
    Path comecar(String nome) throws IOException {
        Files.deleteIfExists(arquivo(nome + ".inicio"));
        return Files.createFile(arquivo(nome + ".inicio"));
    }

    void carimbar(String nome) throws IOException {
        Files.move(arquivo(nome + ".inicio"), arquivo(nome + ".ok"), StandardCopyOption.REPLACE_EXISTING);
    }

    /// Apaga as construções velhas; o Windows não apaga um jar que uma sessão aberta usa, e ela fica para a próxima vez.
    void guardarAsMaisNovas(String prefixo, int quantas) throws IOException {
        try (var tudo = Files.list(pasta())) {
            for (var velha : tudo.filter(p -> p.getFileName().toString().startsWith(prefixo + "-")).filter(Files::isDirectory)
                    .sorted(Comparator.comparing((Path p) -> p.toFile().lastModified()).reversed()).skip(quantas).toList()) {
                apagar(velha);
            }
        }
    }

    private static void apagar(Path pasta) throws IOException {
        try (var tudo = Files.walk(pasta)) {
            for (var caminho : tudo.sorted(Comparator.reverseOrder()).toList()) {
                caminho.toFile().delete();
            }
        }
    }

    /// O JDK desta JVM: o que outro compilou se refaz, porque o cache AOT só vale para ele.
    static String jdk() {
        return System.getProperty("java.home") + " " + System.getProperty("java.version");
    }

    static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
