package curso.bancada.correcao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
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

    /// O resultado de uma compilação: classes pelo nome e a fonte de cada uma, ou a lista de erros (nunca as duas coisas).
    record Compilacao(Map<String, byte[]> classes, Map<String, URI> fontes, List<ErroDeCompilacao> erros) {
        boolean certa() {
            return erros.isEmpty();
        }

        Map<String, byte[]> classesDe(Path fonte) {
            Map<String, byte[]> dela = new HashMap<>(classes);
            dela.keySet().removeIf(nome -> !fontes.get(nome).equals(fonte.toUri()));
            return dela;
        }
    }

    /// Compila `fontes`, que podem usar as classes em `prontas`; o resultado traz só as de `fontes`.
    Compilacao compilar(List<Path> fontes, Map<String, byte[]> prontas) {
        ClassesEmMemoria destino = new ClassesEmMemoria(arquivos, prontas);
        DiagnosticCollector<JavaFileObject> avisos = new DiagnosticCollector<>();
        boolean certa = javac.getTask(null, destino, avisos, OPCOES, null, arquivos.getJavaFileObjectsFromPaths(fontes))
                .call();
        if (certa) {
            return new Compilacao(destino.classes(), destino.fontes(), List.of());
        }
        return new Compilacao(Map.of(), Map.of(), avisos.getDiagnostics().stream()
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
}
