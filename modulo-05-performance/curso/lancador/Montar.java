import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Monta, no Windows, o que `construcao.sh` monta nos outros sistemas: os jars do curso e o arquivo de argumentos da JVM.
///
/// Um arquivo de argumentos, porque um classpath deste tamanho não cabe numa linha do cmd (8191 caracteres).
final class Montar {

    private static final List<String> OPCOES = List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-Xmx512m", "-Xlog:disable", "--enable-native-access=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");

    public static void main(String[] argumentos) throws IOException {
        var modulo = Path.of(argumentos[0], "modulo-05-performance");
        var oficina = Files.createDirectories(modulo.resolve("curso/target/lancador"));
        // Pasta nova a cada construção: o Windows não deixa trocar um jar que uma sessão aberta está usando.
        var nova = Files.createTempDirectory(oficina, "v-");
        for (var parte : List.of("curso", "bancada")) {
            var jar = ToolProvider.findFirst("jar").orElseThrow();
            int codigo = jar.run(System.out, System.err, "--create", "--no-compress", "--file", nova.resolve(parte + ".jar").toString(),
                    "-C", modulo.resolve(parte + "/target/classes").toString(), ".");
            if (codigo != 0) {
                System.exit(codigo);
            }
        }
        var bibliotecas = Arrays.stream(Files.readString(modulo.resolve("curso/target/classpath.txt")).strip().split(File.pathSeparator))
                .filter(e -> !e.replace('\\', '/').endsWith("bancada/target/classes"));
        var classpath = Stream.concat(Stream.of(nova.resolve("curso.jar"), nova.resolve("bancada.jar")).map(Path::toString), bibliotecas)
                .collect(Collectors.joining(File.pathSeparator)).replace('\\', '/');
        var texto = String.join("\n", OPCOES) + "\n-cp\n\"" + classpath + "\"\n";
        var provisorio = Files.writeString(oficina.resolve("argumentos.novo"), texto);
        Files.move(provisorio, oficina.resolve("argumentos.txt"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
