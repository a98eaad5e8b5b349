package curso.bancada.medicao;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// As saídas do processo em UTF-8, menos no Windows, onde vale a página de código do terminal.
///
/// A JVM segue o idioma do ambiente; num contêiner sem `LANG` ela trocaria cada acento por `?`.
final class Saidas {

    private Saidas() {
    }

    static PrintStream padrao() {
        return emUtf8(FileDescriptor.out, System.out);
    }

    static PrintStream erros() {
        return emUtf8(FileDescriptor.err, System.err);
    }

    private static PrintStream emUtf8(FileDescriptor descritor, PrintStream doSistema) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Charset codificacao = windows ? doSistema.charset() : StandardCharsets.UTF_8;
        return new PrintStream(new FileOutputStream(descritor), true, codificacao);
    }
}
