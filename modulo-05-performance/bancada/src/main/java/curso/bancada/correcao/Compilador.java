package curso.bancada.correcao;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Compila fontes em memória, contra o classpath desta JVM. Reaproveita os índices dos jars entre compilações.
final class Compilador implements AutoCloseable {

    private static final List<String> OPCOES = List.of(
            "-proc:none", "-parameters", "-g", "-Xlint:none", "-implicit:none",
            "-cp", System.getProperty("java.class.path"));

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager arquivos;

    Compilador() {
        if (javac == null) {
            throw new IllegalStateException("este Java não traz o compilador; instale um JDK 25 (não um JRE)");
        }
        this.arquivos = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8);
    }

    /// O resultado de uma compilação: classes pelo nome, ou a lista de erros (nunca as duas coisas).
    record Compilacao(Map<String, byte[]> classes, List<ErroDeCompilacao> erros) {
        boolean certa() {
            return erros.isEmpty();
        }
    }

    Compilacao compilar(List<Path> fontes) {
        EmMemoria destino = new EmMemoria(arquivos);
        DiagnosticCollector<JavaFileObject> avisos = new DiagnosticCollector<>();
        boolean certa = javac.getTask(null, destino, avisos, OPCOES, null, arquivos.getJavaFileObjectsFromPaths(fontes))
                .call();
        if (certa) {
            return new Compilacao(destino.classes(), List.of());
        }
        return new Compilacao(Map.of(), avisos.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(Compilador::traduzir)
                .toList());
    }

    private static ErroDeCompilacao traduzir(Diagnostic<? extends JavaFileObject> d) {
        String arquivo = d.getSource() == null ? "" : Path.of(d.getSource().toUri()).toString();
        return new ErroDeCompilacao(arquivo, Math.max(0, d.getLineNumber()), Math.max(0, d.getColumnNumber()),
                d.getMessage(null), TradutorDoJavac.traduzir(d.getCode()), trecho(d));
    }

    private static String trecho(Diagnostic<? extends JavaFileObject> d) {
        if (d.getSource() == null || d.getLineNumber() < 1) {
            return "";
        }
        try {
            return d.getSource().getCharContent(true).toString().lines()
                    .skip(d.getLineNumber() - 1).findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            arquivos.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class EmMemoria extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> saidas = new HashMap<>();

        EmMemoria(JavaFileManager arquivos) {
            super(arquivos);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location local, String classe, JavaFileObject.Kind tipo, FileObject irmao) {
            return new SimpleJavaFileObject(URI.create("memoria:///" + classe.replace('.', '/') + tipo.extension), tipo) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    saidas.put(classe, bytes);
                    return bytes;
                }
            };
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> prontas = new HashMap<>();
            saidas.forEach((nome, bytes) -> prontas.put(nome, bytes.toByteArray()));
            return Map.copyOf(prontas);
        }
    }
}
