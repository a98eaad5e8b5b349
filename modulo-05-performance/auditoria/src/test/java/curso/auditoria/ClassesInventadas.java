package curso.auditoria;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Classes vazias que só usam umas às outras: o grafo que se dá a uma regra de arquitetura para ver o que ela diz.
final class ClassesInventadas {

    private ClassesInventadas() {}

    /// Compila em `pasta` as classes de cada caminho: em `a.Um -> b.Dois`, `a.Um` tem um campo do tipo `b.Dois`.
    static JavaClasses de(List<String> caminhos, Path pasta) {
        Map<String, Set<String>> usos = new TreeMap<>();
        for (String caminho : caminhos) {
            String[] nomes = caminho.split(" -> ");
            for (int i = 0; i < nomes.length; i++) {
                Set<String> usadas = usos.computeIfAbsent(nomes[i], n -> new LinkedHashSet<>());
                if (i + 1 < nomes.length) {
                    usadas.add(nomes[i + 1]);
                }
            }
        }
        List<JavaFileObject> fontes = usos.entrySet().stream().map(e -> fonte(e.getKey(), e.getValue())).toList();
        List<String> opcoes = List.of("-d", pasta.toString(), "-classpath", pasta.toString(), "-proc:none");
        assertThat(ToolProvider.getSystemJavaCompiler().getTask(null, null, null, opcoes, null, fontes).call())
                .as("as classes inventadas compilam: %s", caminhos).isTrue();
        return new ClassFileImporter().importPath(pasta);
    }

    private static JavaFileObject fonte(String nome, Set<String> usadas) {
        int ponto = nome.lastIndexOf('.');
        StringBuilder texto = new StringBuilder("package " + nome.substring(0, ponto) + "; public class " + nome.substring(ponto + 1) + " {");
        int campo = 0;
        for (String usada : usadas) {
            texto.append(" public ").append(usada).append(" campo").append(campo++).append(';');
        }
        String completo = texto.append(" }").toString();
        return new SimpleJavaFileObject(URI.create("inventada:///" + nome.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignorarErros) {
                return completo;
            }
        };
    }
}
