package curso.bancada.correcao;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/// Os arquivos que o javac vê: lê classes `prontas` da memória, à frente das do classpath, e nela escreve as que compila.
final class ClassesEmMemoria extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, byte[]> prontas;
    private final Map<String, ByteArrayOutputStream> saidas = new HashMap<>();
    private final Map<String, URI> fontes = new HashMap<>();

    ClassesEmMemoria(JavaFileManager disco, Map<String, byte[]> prontas) {
        super(disco);
        this.prontas = prontas;
    }

    /// As classes compiladas, pelo nome.
    Map<String, byte[]> classes() {
        Map<String, byte[]> compiladas = new HashMap<>();
        saidas.forEach((nome, bytes) -> compiladas.put(nome, bytes.toByteArray()));
        return Map.copyOf(compiladas);
    }

    /// De que arquivo saiu cada classe compilada.
    Map<String, URI> fontes() {
        return Map.copyOf(fontes);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(Location local, String classe, JavaFileObject.Kind tipo, FileObject irmao) {
        fontes.put(classe, irmao.toUri());
        return new SimpleJavaFileObject(endereco(classe), tipo) {
            @Override
            public OutputStream openOutputStream() {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                saidas.put(classe, bytes);
                return bytes;
            }
        };
    }

    @Override
    public Iterable<JavaFileObject> list(Location local, String pacote, Set<JavaFileObject.Kind> tipos, boolean recursivo) throws IOException {
        Iterable<JavaFileObject> doDisco = super.list(local, pacote, tipos, recursivo);
        if (prontas.isEmpty() || local != StandardLocation.CLASS_PATH || !tipos.contains(JavaFileObject.Kind.CLASS)) {
            return doDisco;
        }
        List<JavaFileObject> todas = new ArrayList<>();
        prontas.forEach((nome, bytes) -> {
            if (nome.substring(0, Math.max(0, nome.lastIndexOf('.'))).equals(pacote)) {
                todas.add(new Pronta(nome, bytes));
            }
        });
        doDisco.forEach(arquivo -> {
            if (!prontas.containsKey(super.inferBinaryName(local, arquivo))) {
                todas.add(arquivo);
            }
        });
        return todas;
    }

    @Override
    public String inferBinaryName(Location local, JavaFileObject arquivo) {
        return arquivo instanceof Pronta pronta ? pronta.classe : super.inferBinaryName(local, arquivo);
    }

    private static URI endereco(String classe) {
        return URI.create("memoria:///" + classe.replace('.', '/') + JavaFileObject.Kind.CLASS.extension);
    }

    private static final class Pronta extends SimpleJavaFileObject {

        private final String classe;
        private final byte[] bytes;

        Pronta(String classe, byte[] bytes) {
            super(endereco(classe), Kind.CLASS);
            this.classe = classe;
            this.bytes = bytes;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
