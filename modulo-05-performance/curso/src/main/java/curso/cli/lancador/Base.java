package curso.cli.lancador;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A linha de comando: dois jars, o classpath, o arquivo de argumentos da JVM e os caches AOT.
final class Base {

    /// As de `construcao.sh`. O cache AOT só vale com as mesmas opções de heap e GC do treino; quando não vale, a JVM o ignora calada.
    static final List<String> OPCOES = List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-Xmx512m", "-Xlog:disable", "--enable-native-access=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");
    private static final int CONSTRUCOES_GUARDADAS = 3;

    private final Oficina oficina;
    private final Andamento andamento;

    Base(Oficina oficina, Andamento andamento) {
        this.oficina = oficina;
        this.andamento = andamento;
    }

    void construir() throws IOException, InterruptedException {
        oficina.comecar("base");
        new Maven(oficina, andamento).executar("o curso", "curso", "", "compile");
        // Pasta nova a cada construção: o Windows não deixa trocar um jar que uma sessão aberta está usando.
        var nova = oficina.nova("v");
        var modulo = oficina.raiz().resolve("modulo-05-performance");
        for (var parte : List.of("curso", "bancada")) {
            empacotar(nova.resolve(parte + ".jar"), modulo.resolve(parte + "/target/classes"));
        }
        var classpath = classpath(nova, Files.readString(modulo.resolve("curso/target/classpath.txt")).strip());
        Files.writeString(nova.resolve("classpath"), classpath + "\n");
        Files.writeString(nova.resolve("argumentos"), argumentos(classpath), codificacaoDaLinhaDeComando());
        Files.writeString(nova.resolve("jdk"), Oficina.jdk() + "\n");
        treinar(nova);
        oficina.adotar("atual", nova);
        oficina.carimbar("base");
        oficina.guardarAsMaisNovas("v", CONSTRUCOES_GUARDADAS);
    }

    private static void empacotar(Path jar, Path classes) {
        int codigo = ToolProvider.findFirst("jar").orElseThrow()
                .run(System.out, System.err, "--create", "--no-compress", "--file", jar.toString(), "-C", classes.toString(), ".");
        if (codigo != 0) {
            throw new Desistencia("Não consegui criar " + jar + " (o jar do JDK saiu com " + codigo + ").");
        }
    }

    /// Troca as classes da bancada, que o Maven põe como pasta, pelo jar desta construção.
    private static String classpath(Path nova, String doMaven) {
        var bibliotecas = Arrays.stream(doMaven.split(File.pathSeparator))
                .map(e -> e.replace('\\', '/').endsWith("bancada/target/classes") ? nova.resolve("bancada.jar").toString() : e);
        return Stream.concat(Stream.of(nova.resolve("curso.jar").toString()), bibliotecas).collect(Collectors.joining(File.pathSeparator));
    }

    /// Num arquivo, porque um classpath deste tamanho não cabe numa linha do cmd (8191 caracteres).
    private static String argumentos(String classpath) {
        return String.join("\n", OPCOES) + "\n-cp\n\"" + classpath.replace("\\", "\\\\") + "\"\n";
    }

    /// O java lê o arquivo de argumentos na codificação do sistema: em UTF-8, a pasta de um usuário João não seria achada.
    private static Charset codificacaoDaLinhaDeComando() {
        return Charset.forName(System.getProperty("sun.jnu.encoding"));
    }

    /// Um treino que falha só deixa a partida mais lenta: por isso não interrompe nada.
    private void treinar(Path nova) throws IOException, InterruptedException {
        andamento.mostrar("preparando uma partida rápida (1 de 2)");
        var cache = nova.resolve("curso.aot");
        if (java(nova, List.of("-XX:AOTCacheOutput=" + cache), "treinar-partida") != 0) {
            Files.deleteIfExists(cache);
        }
        andamento.mostrar("preparando uma partida rápida (2 de 2)");
        var doOperario = nova.resolve("operario.aot");
        if (java(nova, List.of(), "treinar-correcao", doOperario.toString()) != 0) {
            Files.deleteIfExists(doOperario);
        }
        andamento.mostrar("");
    }

    private int java(Path nova, List<String> opcoes, String... argumentos) throws IOException, InterruptedException {
        var linha = Stream.of(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()), opcoes.stream(),
                Stream.of("-Dcurso.raiz=" + oficina.raiz(), "@" + nova.resolve("argumentos"), "curso.cli.Main"), Stream.of(argumentos))
                .flatMap(s -> s).toList();
        var processo = new ProcessBuilder(linha).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        processo.getOutputStream().close();
        return processo.waitFor();
    }
}
