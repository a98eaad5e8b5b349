package curso.bancada.correcao;

import java.util.ArrayList;
import java.util.List;

/// A pilha de uma falha só com os quadros que interessam ao aluno: o seu código, o teste e as bibliotecas no meio.
final class PilhaLegivel {

    private static final List<String> RUIDO = List.of(
            "org.junit.", "java.base/jdk.internal.reflect", "jdk.internal.reflect", "java.lang.reflect.",
            "curso.bancada.correcao.", "org.assertj.", "org.opentest4j.");

    private PilhaLegivel() {}

    static String de(Throwable falha, int maximo) {
        List<String> linhas = new ArrayList<>();
        for (Throwable t = falha; t != null && linhas.size() < maximo; t = t.getCause()) {
            linhas.add((t == falha ? "" : "causada por ") + t.getClass().getName()
                    + (t == falha || t.getMessage() == null ? "" : ": " + t.getMessage()));
            for (StackTraceElement quadro : t.getStackTrace()) {
                if (linhas.size() < maximo && RUIDO.stream().noneMatch(quadro.getClassName()::startsWith)) {
                    linhas.add("    em " + quadro);
                }
            }
        }
        return String.join("\n", linhas);
    }
}
