package curso.auditoria;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// A API pública de um fonte, como assinaturas em texto: tipos, métodos, construtores e campos que outros veem.
///
/// Compara o que está escrito, sem compilar. Membros de interface são públicos mesmo sem a palavra; o
/// construtor sem argumentos que ninguém escreveu não aparece.
final class ApiPublica {

    private final Set<String> assinaturas = new TreeSet<>();

    private ApiPublica() {}

    static Set<String> de(Path fonte) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager arquivos = javac.getStandardFileManager(null, null, null)) {
            JavacTask tarefa = (JavacTask) javac.getTask(null, arquivos, null, null, null, arquivos.getJavaFileObjects(fonte));
            ApiPublica api = new ApiPublica();
            for (CompilationUnitTree unidade : tarefa.parse()) {
                unidade.getTypeDecls().forEach(tipo -> api.visitar("", tipo, false));
            }
            return api.assinaturas;
        }
    }

    private void visitar(String dono, Tree membro, boolean emInterface) {
        switch (membro) {
            case ClassTree c when publico(c.getModifiers(), emInterface) -> {
                String nome = dono + c.getSimpleName();
                assinaturas.add(c.getKind() + " " + nome + implementados(c));
                boolean contrato = c.getKind() == Tree.Kind.INTERFACE || c.getKind() == Tree.Kind.ANNOTATION_TYPE;
                boolean componentes = c.getKind() == Tree.Kind.RECORD || c.getKind() == Tree.Kind.ENUM;
                c.getMembers().forEach(m -> visitar(nome + ".", m, contrato || componentes && componente(m)));
            }
            case MethodTree m when publico(m.getModifiers(), emInterface) -> assinaturas.add(
                    dono + m.getName() + parametros(m) + ": " + m.getReturnType() + lancadas(m));
            case VariableTree v when publico(v.getModifiers(), emInterface) ->
                assinaturas.add(dono + v.getName() + ": " + v.getType());
            default -> { }
        }
    }

    private static boolean componente(Tree membro) {
        return membro instanceof VariableTree v && !v.getModifiers().getFlags().contains(Modifier.PRIVATE)
                || membro instanceof VariableTree w && w.getModifiers().getFlags().contains(Modifier.FINAL)
                        && !w.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private static boolean publico(ModifiersTree m, boolean emInterface) {
        return m.getFlags().contains(Modifier.PUBLIC) || m.getFlags().contains(Modifier.PROTECTED)
                || emInterface && !(m.getFlags().contains(Modifier.PRIVATE) && m.getFlags().contains(Modifier.STATIC));
    }

    private static String implementados(ClassTree c) {
        return (c.getExtendsClause() == null ? "" : " extends " + c.getExtendsClause())
                + (c.getImplementsClause().isEmpty() ? "" : " implements " + c.getImplementsClause());
    }

    private static String parametros(MethodTree m) {
        return m.getParameters().stream().map(p -> p.getType().toString()).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String lancadas(MethodTree m) {
        return m.getThrows().isEmpty() ? "" : " throws " + m.getThrows();
    }
}
